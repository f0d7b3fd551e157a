import { GenmodelsError } from '../../errors.ts';
import { nodeModule } from './node-module.ts';
import type { ByteStorage } from './storage.ts';

/** The reading half of `file`, apart from it so that an application that only loads bundles nothing that writes. */
export function readableFile(path: string | URL): ByteStorage {
  return {
    async read({ signal, onProgress } = {}) {
      const { promises } = nodeModule('node:fs');
      const { buffer, byteOffset, length } = await promises.readFile(path, { signal }).catch((cause: Error) => {
        signal?.throwIfAborted();
        throw new GenmodelsError('storage', `the file must be readable, got ${cause.message}. Check its path and permissions`, {
          cause,
        });
      });
      onProgress?.(length, length);
      return new Uint8Array(buffer, byteOffset, length); // no Buffer, whose `slice` does not copy
    },
  };
}
