import type { Rng } from '@genmodels/core';

/**
 * `count` numbers below `count`, drawn with replacement: which examples a resample holds. Two uniforms of 23 bits make one of 46: no
 * example is likelier than another by more than count / 2^46 of its chance. All are drawn at once, many times as fast as one by one.
 */
export function resample(count: number, rng: Rng): Uint32Array {
  const uniforms = rng.fillUniform(new Float32Array(2 * count));
  return new Uint32Array(count).map((_, i) => {
    const fine = (uniforms[2 * i + 1]! - 0.5) / 2 ** 23; // where in the cell of the first
    return Math.floor(count * (uniforms[2 * i]! + fine));
  });
}
