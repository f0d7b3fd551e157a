import { checkExamples, checkSampleOptions, type GivenPixels, sizeOf } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { CompleteOptions } from './complete.ts';
import { readGiven } from './complete-given.ts';
import { drawMultiScale } from './multi-scale-draw.ts';
import type { MultiScaleParts } from './multi-scale-parts.ts';

/**
 * Draws large images from p(large image | small image), exactly: no pixel that is drawn comes before one that is given. The small
 * image's pixels stay, bit-equal. The caller disposes them.
 */
export async function superResolve(parts: MultiScaleParts, small: tf.Tensor, options: CompleteOptions): Promise<tf.Tensor4D> {
  checkExamples(small, parts.lattice.smallShape, 'small');
  const sampling = { ...options, count: small.shape[0]! };
  checkSampleOptions(sampling);
  return drawMultiScale(parts, { ...sampling, given: await givenPixels(parts, small) });
}

/** Of large images, all pixels of the small ones and no other. */
async function givenPixels(parts: MultiScaleParts, small: tf.Tensor): Promise<GivenPixels> {
  const { lattice, spec } = parts;
  const [count, height, width, channels] = small.shape as [number, number, number, number];
  const whole = tf.ones([height, width]);
  const { values } = await readGiven(parts.small, small, whole).finally(() => whole.dispose());
  return {
    values: lattice.place(values as Float32Array, new Float32Array(count * sizeOf(spec.shape)), channels),
    known: Uint8Array.from({ length: count * lattice.marks.length }, (_, pixel) => lattice.marks[pixel % lattice.marks.length]!),
  };
}
