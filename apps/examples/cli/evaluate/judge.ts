import type { Dataset } from '@genmodels/datasets';
import {
  type ClassifierExtractor,
  extractFeatures,
  type Features,
  frechetDistance,
  inceptionScore,
  type Score,
} from '@genmodels/metrics';
import type * as tf from '@tensorflow/tfjs-core';
import type { Surroundings } from '../surroundings.ts';
import { classShares } from './class-shares.ts';

/** What a classifier says of pictures. */
export interface Judgement {
  /** High where each looks like one class and all classes occur. */
  readonly score: Score;
  /** Of each class, from 0 to 1. */
  readonly shares: readonly number[];
  /** Fréchet distance to the test examples, of as many of the pictures: only those of equal numbers compare. */
  readonly distance: Score;
}

/** Judges sets of pictures by the names that the bar shows, each beside the same test examples. */
export async function judge<Name extends string>(
  sets: Readonly<Record<Name, tf.Tensor | Dataset>>,
  test: Dataset,
  classifier: ClassifierExtractor,
  seed: number,
  { terminal, signal }: Surroundings,
): Promise<Readonly<Record<Name, Judgement>>> {
  const names = Object.keys(sets) as Name[];
  const total = names.reduce((sum, name) => sum + countOf(sets[name]), test.length);
  const progress = terminal.progress({ total, unit: 'images' });
  const judgements: [Name, Judgement][] = [];
  let seen = 0;
  const look = async (set: tf.Tensor | Dataset, name: string) => {
    const onProgress = (done: number) => progress.update(seen + done, name);
    const features = await extractFeatures(set, { extractor: classifier, data: name, signal, onProgress });
    seen += features.length;
    return features;
  };
  try {
    const reference = await look(test, 'test');
    for (const name of names) judgements.push([name, await judgeOne(await look(sets[name], name), reference, classifier, seed)]);
    return Object.fromEntries(judgements) as Record<Name, Judgement>;
  } finally {
    progress.stop();
  }
}

function countOf(set: tf.Tensor | Dataset): number {
  return 'length' in set ? set.length : set.shape[0]!;
}

async function judgeOne(
  features: Features,
  reference: Features,
  extractor: ClassifierExtractor,
  seed: number,
): Promise<Judgement> {
  return {
    score: await inceptionScore({ features, extractor, seed }),
    shares: (await classShares(features, extractor))!,
    distance: await frechetDistance({ reference, generated: firstOf(features, reference.length) }),
  };
}

function firstOf(features: Features, count: number): Features {
  const { values, length, width } = features;
  return { ...features, values: values.subarray(0, count * width), length: Math.min(count, length) };
}
