import type * as tf from '@tensorflow/tfjs-core';

export interface NormalizedWeights {
  /** [..., units] */
  readonly direction: tf.Tensor;
  /** [units] */
  readonly gain: tf.Tensor1D;
}

/**
 * gain * direction / |direction| of weight normalisation on the host, in fixed arithmetic: sums of doubles in the order of the
 * weights, a square root, which IEEE 754 defines to the bit too, and one rounding to float32.
 */
export async function fixedWeightNorm({ direction, gain }: NormalizedWeights): Promise<Float32Array> {
  const [weights, gains] = await Promise.all([direction.data<'float32'>(), gain.data<'float32'>()]);
  const units = gains.length;
  const squares = new Float64Array(units);
  for (let i = 0; i < weights.length; i++) squares[i % units]! += weights[i]! * weights[i]!;
  const scales = squares.map((square, unit) => gains[unit]! / Math.sqrt(square));
  return Float32Array.from(weights, (weight, i) => weight * scales[i % units]!);
}
