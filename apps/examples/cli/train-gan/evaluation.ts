import type { Gan } from '@genmodels/gan';
import { type ClassifierExtractor, type ModeCoverage, modeCoverage } from '@genmodels/metrics';
import type * as tf from '@tensorflow/tfjs-core';
import type { DataSet } from '../data/data-set.ts';
import { dataSets } from '../data/data-sets.ts';
import { drawSamples } from '../evaluate/draw-samples.ts';
import { openClassifier } from '../evaluate/extractors.ts';
import { type Judgement, judge } from '../evaluate/judge.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ConditionalData } from '../training/conditional-data.ts';
import type { TrainGanOptions } from './options.ts';

/** What was found out about samples: nothing where we have no measure for such data, or Ctrl-C came before. */
export interface Evaluation {
  /** Of pictures of a size for which we have a classifier; training examples are as good as samples can be. */
  readonly judgements?: Readonly<Record<'samples' | 'training', Judgement>>;
  /** Of points whose modes are known. */
  readonly modes?: ModeCoverage;
}

export async function evaluate(
  gan: Gan,
  data: ConditionalData,
  options: TrainGanOptions,
  surroundings: Surroundings,
): Promise<Evaluation> {
  const classifier = await openClassifier(data.spec);
  try {
    return await measure(gan, data, classifier, options, surroundings);
  } catch (error) {
    if (surroundings.signal.aborted) return {};
    throw error;
  } finally {
    classifier?.dispose();
  }
}

async function measure(
  gan: Gan,
  { train, test }: ConditionalData,
  classifier: ClassifierExtractor | undefined,
  options: TrainGanOptions,
  surroundings: Surroundings,
): Promise<Evaluation> {
  const { density }: DataSet = dataSets[options.data];
  const { modes, sigma } = density?.() ?? {};
  const { 'evaluation-samples': count, seed } = options;
  if (classifier === undefined && modes === undefined) return {};
  const samples = await drawSamples(gan, train, count, options, surroundings);
  try {
    if (classifier === undefined)
      return { modes: await modeCoverage({ generated: samples as tf.Tensor2D, modes: modes!, sigma: sigma! }) };
    const compared = Math.min(count, train.length, test.length);
    const sets = { samples, training: train.take(compared) };
    return { judgements: await judge(sets, test.take(compared), classifier, seed, surroundings) };
  } finally {
    samples.dispose();
  }
}
