import { ownOp } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';

/** The paper's sg: what f makes, as a constant to every gradient. Nothing of its making is kept for the way back. */
export function stopGradient<T extends tf.Tensor>(f: () => T): T {
  return ownOp([], f, () => []) as T;
}
