import type { DataSpec } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { DataParts } from '../data/data-set.ts';
import type { Surroundings } from '../surroundings.ts';
import { drawSamples } from './draw-samples.ts';
import { openClassifier } from './extractors.ts';
import { type Judgement, judge } from './judge.ts';
import type { Model } from './models.ts';

/** How many samples are drawn, and with which seed. */
interface JudgingOptions {
  readonly count: number;
  readonly seed: number;
}

/**
 * Judges so many samples of a model by our classifier of pictures of their size, and beside them what `others` are and training
 * images, all compared with as many test images. Nothing where we have no such classifier; rejects when aborted.
 */
export async function judgeSamples<Name extends string = never>(
  model: Pick<Model, 'config' | 'sample'>,
  { spec, train, test }: DataParts & { readonly spec: DataSpec },
  { count, seed }: JudgingOptions,
  surroundings: Surroundings,
  others: Readonly<Record<Name, tf.Tensor>> = {} as Record<Name, tf.Tensor>,
): Promise<Readonly<Record<'samples' | Name | 'training', Judgement>> | undefined> {
  const classifier = await openClassifier(spec);
  if (classifier === undefined) return undefined;
  const compared = Math.min(count, train.length, test.length);
  let samples: tf.Tensor | undefined;
  try {
    samples = await drawSamples(model, train, count, { seed }, surroundings);
    const sets = { samples, ...others, training: train.take(compared) };
    return await judge(sets, test.take(compared), classifier, seed, surroundings);
  } finally {
    samples?.dispose();
    classifier.dispose();
  }
}
