/** What a chunk moves at least, so that it is worth a thread's while: a few microseconds of work. */
export const CHUNK_BYTES = 131072;

/** How many rows of that many bytes make a chunk. */
export function rowsPerChunk(rowBytes: number): number {
  return Math.ceil(CHUNK_BYTES / rowBytes);
}
