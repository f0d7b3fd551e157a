import type * as tf from '@tensorflow/tfjs-core';
import { check } from './errors.ts';
import { describeTensor, equalShapes } from './shape.ts';

/** Refuses a batch whose examples are not of this shape. `name` is the argument's, for the message. */
export function checkExamples(x: tf.Tensor, shape: readonly number[], name = 'x'): void {
  const fits = x?.rank === shape.length + 1 && equalShapes(x.shape.slice(1), shape);
  check(
    fits && x.dtype !== 'string' && x.dtype !== 'complex64',
    'invalid-shape',
    () => `${name} must be a tensor of shape [batch, ${shape.join(', ')}], got ${describeTensor(x)}`,
  );
}
