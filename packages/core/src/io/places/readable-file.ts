import { attempt } from '../attempt.ts';
import type { ByteStorage } from './storage.ts';

/** The reading half of `file`, apart from it so that an application that only loads bundles nothing that writes. */
export function readableFile(path: string | URL): ByteStorage {
  return {
    async read({ signal, onProgress } = {}) {
      const bytes = await attempt('the file must be readable', 'Check its path and permissions', signal, async () => {
        return (await import('./read-node-file.ts')).readNodeFile(path, signal);
      });
      onProgress?.(bytes.length, bytes.length);
      return bytes;
    },
  };
}
