import { GenmodelsError } from '../../errors.ts';
import type { ByteStorage } from './storage.ts';

/** A Blob as a source, read-only: a file that a user picked or dropped, or the body of an answer. */
export function blob(content: Blob): ByteStorage {
  return {
    async read({ signal, onProgress } = {}) {
      signal?.throwIfAborted();
      const bytes = new Uint8Array(content.size);
      const reader = content.stream().getReader();
      try {
        for (let length = 0; ; ) {
          const { value } = await reader.read().catch(changed);
          signal?.throwIfAborted();
          if (value === undefined) return bytes;
          bytes.set(value, length);
          length += value.length;
          onProgress?.(length, bytes.length);
        }
      } finally {
        reader.cancel().catch(() => undefined); // nothing is left to read, or nobody reads it
      }
    },
  };
}

function changed(cause: Error): never {
  const advice = 'Its file may have been changed or removed since: pick it again';
  throw new GenmodelsError('storage', `the blob must be readable, got ${cause.message}. ${advice}`, { cause });
}
