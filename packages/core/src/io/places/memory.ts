import { check } from '../../errors.ts';
import type { ByteStorage } from './storage.ts';

/** Bytes in memory as a storage. It takes and gives copies. */
export function memory(initial?: Uint8Array): Required<ByteStorage> {
  let held = initial && new Uint8Array(initial);
  return {
    async read({ signal, onProgress } = {}) {
      signal?.throwIfAborted();
      check(held !== undefined, 'storage', () => 'this memory must hold bytes, got none yet: write to it first');
      onProgress?.(held.length, held.length);
      return new Uint8Array(held);
    },
    async write(bytes, { signal, onProgress } = {}) {
      signal?.throwIfAborted();
      held = new Uint8Array(bytes);
      onProgress?.(held.length, held.length);
    },
  };
}
