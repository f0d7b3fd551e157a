/** Uniform numbers in [0, 1) with 53 random bits from a seed, any float64: xoshiro128** 1.1 (Blackman and Vigna 2018). */
export function uniformNumbers(seed: number): () => number {
  const state = Uint32Array.from(stateOf(seed));
  return () => ((next(state) >>> 5) * 2 ** 26 + (next(state) >>> 6)) / 2 ** 53;
}

/** The next 32 bits of a generator. */
export function next(state: Uint32Array): number {
  const second = state[1]!;
  state[2]! ^= state[0]!;
  state[3]! ^= second;
  state[1]! ^= state[2]!;
  state[0]! ^= state[3]!;
  state[2]! ^= second << 9;
  state[3] = rotated(state[3]!, 11);
  return Math.imul(rotated(Math.imul(second, 5), 7), 9) >>> 0;
}

/** The bits of a seed, mixed by the finalizer of MurmurHash3 so that neighbouring seeds have nothing in common. */
function stateOf(seed: number): number[] {
  const [low, high] = new Uint32Array(Float64Array.of(seed).buffer) as unknown as [number, number];
  return [1, 2, 3, 4].map((word) => mixed(mixed(low + Math.imul(word, 0x9e3779b9)) ^ high));
}

function mixed(bits: number): number {
  const first = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return second ^ (second >>> 16);
}

function rotated(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}
