import { GenmodelsError } from '../errors.ts';

export const PAGE = 65536;

/** 16 MiB to begin with; grown by as much as it holds, but never by more than 256 MiB at a time. */
const FIRST_PAGES = 256;
const LARGEST_STEP = 4096;

/**
 * A memory of up to 4 GiB, or what the platform grants: a browser on a phone may refuse to reserve that much.
 * Shared memory can be seen by other threads; it does not move when it grows.
 */
export function createMemory(shared: boolean): WebAssembly.Memory {
  for (const maximum of [65536, 32768, 16384]) {
    try {
      return new WebAssembly.Memory({ initial: FIRST_PAGES, maximum, shared });
    } catch (error) {
      if (maximum === 16384)
        throw new GenmodelsError('out-of-memory', 'cannot reserve 1 GiB of WebAssembly memory', { cause: error });
    }
  }
  throw new Error('unreachable');
}

/** Grows a memory by at least so many bytes; returns the bytes gained, 0 where there is no room. */
export function grow(memory: WebAssembly.Memory, bytes: number): number {
  const needed = Math.ceil(bytes / PAGE);
  const generous = Math.max(needed, Math.min(memory.buffer.byteLength / PAGE, LARGEST_STEP));
  for (const pages of [generous, needed]) {
    try {
      memory.grow(pages);
      return pages * PAGE;
    } catch {
      // Past its maximum, or the machine has no more: the smaller step may still fit.
    }
  }
  return 0;
}
