import * as tf from '@tensorflow/tfjs-core';
import { checkCount } from '../check-count.ts';
import { checkCodes } from './check-codes.ts';
import type { Interpolation } from './lerp.ts';
import { slerp } from './slerp.ts';

/**
 * Codes on a way through all stops, in `steps` even steps from each to the next: [stops, dimensions] to [(stops - 1) * steps + 1,
 * dimensions]. The stops are among them, each once and as it was given: name the first again at the end for a film that never
 * jumps. The caller disposes them.
 */
export function latentPath(stops: tf.Tensor2D, steps: number, along: Interpolation = slerp): tf.Tensor2D {
  checkCodes(stops, 'stops', 'at least 2', (count) => count >= 2);
  checkCount('steps', steps);
  const last = stops.shape[0] - 1;
  const legs = Int32Array.from({ length: last * steps + 1 }, (_, i) => Math.min(Math.floor(i / steps), last - 1));
  const amounts = Float32Array.from(legs, (leg, i) => (i - leg * steps) / steps); // 1 at the last stop alone
  return tf.tidy(() => {
    const next = legs.map((leg) => leg + 1);
    return along(tf.gather(stops, legs), tf.gather(stops, next), tf.tensor2d(amounts, [legs.length, 1]));
  });
}
