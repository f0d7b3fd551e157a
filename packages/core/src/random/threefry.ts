/**
 * Threefry-2x32 with 20 rounds (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011): a keyed mixing of a
 * counter, so that any block of the stream can be had without the ones before it. It uses only 32-bit add, rotate and xor,
 * which every engine and every kernel language computes alike.
 *
 * Fills `out` (an even length) with the two words each of the blocks `first`, `first + 1`, ...
 */
export function threefry(key0: number, key1: number, first: number, out: Uint32Array): void {
  for (let i = 0; i + 1 < out.length; i += 2) {
    const block = first + i / 2;
    threefryBlock(key0, key1, block >>> 0, (block / 2 ** 32) | 0, out, i);
  }
}

/** One block: mixes the counter [low, high] and writes its two words to out[at] and out[at + 1]. */
export function threefryBlock(key0: number, key1: number, low: number, high: number, out: Uint32Array, at: number): void {
  const key2 = 0x1bd11bda ^ key0 ^ key1; // the parity constant of the paper
  let a = (low + key0) | 0;
  let b = (high + key1) | 0;
  // Five groups of four rounds, rotating by 13 15 26 6 and 17 29 16 24 in turn, a key word and its number added after each.
  a = (a + b) | 0; b = rotate(b, 13) ^ a;
  a = (a + b) | 0; b = rotate(b, 15) ^ a;
  a = (a + b) | 0; b = rotate(b, 26) ^ a;
  a = (a + b) | 0; b = rotate(b, 6) ^ a;
  a = (a + key1) | 0; b = (b + key2 + 1) | 0;
  a = (a + b) | 0; b = rotate(b, 17) ^ a;
  a = (a + b) | 0; b = rotate(b, 29) ^ a;
  a = (a + b) | 0; b = rotate(b, 16) ^ a;
  a = (a + b) | 0; b = rotate(b, 24) ^ a;
  a = (a + key2) | 0; b = (b + key0 + 2) | 0;
  a = (a + b) | 0; b = rotate(b, 13) ^ a;
  a = (a + b) | 0; b = rotate(b, 15) ^ a;
  a = (a + b) | 0; b = rotate(b, 26) ^ a;
  a = (a + b) | 0; b = rotate(b, 6) ^ a;
  a = (a + key0) | 0; b = (b + key1 + 3) | 0;
  a = (a + b) | 0; b = rotate(b, 17) ^ a;
  a = (a + b) | 0; b = rotate(b, 29) ^ a;
  a = (a + b) | 0; b = rotate(b, 16) ^ a;
  a = (a + b) | 0; b = rotate(b, 24) ^ a;
  a = (a + key1) | 0; b = (b + key2 + 4) | 0;
  a = (a + b) | 0; b = rotate(b, 13) ^ a;
  a = (a + b) | 0; b = rotate(b, 15) ^ a;
  a = (a + b) | 0; b = rotate(b, 26) ^ a;
  a = (a + b) | 0; b = rotate(b, 6) ^ a;
  a = (a + key2) | 0; b = (b + key0 + 5) | 0;
  out[at] = a;
  out[at + 1] = b;
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** The key of a named child: the name's UTF-8 bytes are mixed into the key, three to a block with their count. */
export function forkKey(key: readonly [number, number], name: string): readonly [number, number] {
  const bytes = new TextEncoder().encode(name);
  const words = Uint32Array.from(key);
  for (let i = 0; i <= bytes.length; i += 3) {
    const length = Math.min(3, bytes.length - i);
    const chunk = (length << 24) | (bytes[i]! << 16) | (bytes[i + 1]! << 8) | bytes[i + 2]!; // behind the end, undefined counts as 0
    threefryBlock(words[0]!, words[1]!, chunk, FORK, words, 0);
  }
  return [...words] as unknown as [number, number];
}

/** Marks the counters of forks. Draws have a high word below 2^21, so the two never meet. */
const FORK = 0x80000000;
