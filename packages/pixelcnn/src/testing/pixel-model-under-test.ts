import type { DataSpec, DrawnRow, Sampler } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { CompleteOptions } from '../complete.ts';
import type { GivenCondition } from '../conditioner.ts';
import type { PixelOptions } from '../config.ts';
import type { PixelModel } from '../pixel-model.ts';
import type { PixelSampleOptions } from '../sample.ts';
import { setRandomWeights } from './set-weights.ts';

export interface PixelModelUnderTest {
  /** A new model of few filters, the same at every call with the same options: `(options) => new PixelCnn({ ...options, blocks: 1 })`. */
  create(options: PixelOptions): TestedModel;
  /** Small images of every kind that the model treats in a way of its own. @default 4x5 binary, 3x4 of three colours of 3 levels */
  readonly specs?: readonly DataSpec[];
  /** Images of which there are a few hundred at most: the smallest that the model admits. @default 2x2 of 3 levels, 1x2 of three binary colours */
  readonly spaces?: readonly DataSpec[];
  /** An image of one pixel and one colour, for the law of temperature; null where the model admits none. @default of 4 levels */
  readonly pixel?: DataSpec | null;
}

/** What every model of this package can do. */
export interface TestedModel extends PixelModel, Sampler<tf.Tensor4D> {
  logProb(x: tf.Tensor, condition?: GivenCondition): tf.Tensor1D;
  sample(options: PixelSampleOptions): Promise<tf.Tensor4D>;
  sampleRows(options: PixelSampleOptions): AsyncIterable<DrawnRow>;
  complete(images: tf.Tensor, mask: tf.Tensor, options: CompleteOptions): Promise<tf.Tensor4D>;
  dispose(): void;
}

/** A subject with nothing left open. */
export function completeSubject(subject: PixelModelUnderTest): Required<PixelModelUnderTest> {
  return {
    specs: [
      { shape: [4, 5, 1], domain: 'binary' },
      { shape: [3, 4, 3], domain: { levels: 3 } },
    ],
    spaces: [
      { shape: [2, 2, 1], domain: { levels: 3 } },
      { shape: [1, 2, 3], domain: 'binary' },
    ],
    pixel: { shape: [1, 1, 1], domain: { levels: 4 } },
    ...subject,
  };
}

/** Uses a model whose weights say something, and disposes it. */
export async function withModel<T>(
  { create }: PixelModelUnderTest,
  options: PixelOptions,
  use: (model: TestedModel) => Promise<T>,
): Promise<T> {
  const model = create(options);
  try {
    setRandomWeights(model);
    return await use(model);
  } finally {
    model.dispose();
  }
}
