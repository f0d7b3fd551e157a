// Numbers a chunk, worth five microseconds or so. Multiples of a cache line of bools.

/** Of operations that wait for memory. */
export const CHEAP = 32768;

/** Of those that compute long. */
export const COSTLY = 8192;
