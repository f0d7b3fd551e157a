import { check, inverseNormalCdf, type Rng, show } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/**
 * Draws from N(0, 1) given that they lie within [-bound, bound]. The share of the mass below -bound is found by bisection on
 * `inverseNormalCdf`, the share of each draw then lies between it and its mirror image.
 */
export function truncatedNormal(rng: Rng, shape: [number, number], bound: number): tf.Tensor2D {
  const below = normalCdf(-bound);
  const shares = rng.fillUniform(new Float32Array(shape[0] * shape[1]));
  return tf.tensor2d(
    shares.map((share) => inverseNormalCdf(below + share * (1 - 2 * below))),
    shape,
  );
}

export function checkTruncation(truncation: number): void {
  check(
    truncation > 0 && truncation < Infinity,
    'invalid-argument',
    () => `truncation must be a number above 0, got ${show(truncation)}`,
  );
}

/** By bisection, to the last bit that matters here. */
function normalCdf(x: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (middle > 0 && inverseNormalCdf(middle) < x) low = middle;
    else high = middle;
  }
  return high;
}
