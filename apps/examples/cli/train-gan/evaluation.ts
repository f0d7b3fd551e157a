import type { Gan } from '@genmodels/gan';
import { type ModeCoverage, modeCoverage } from '@genmodels/metrics';
import type * as tf from '@tensorflow/tfjs-core';
import type { DataSet } from '../data/data-set.ts';
import { dataSets } from '../data/data-sets.ts';
import { drawSamples } from '../evaluate/draw-samples.ts';
import { judgeSamples } from '../evaluate/judge-samples.ts';
import type { Judgements } from '../evaluate/judgement-figures.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ConditionalData } from '../training/conditional-data.ts';
import type { TrainGanOptions } from './options.ts';

/** What was found out about samples: nothing where we have no measure for such data, or Ctrl-C came before. */
export interface Evaluation {
  /** Of pictures of a size for which we have a classifier; training examples are as good as samples can be. */
  readonly judgements?: Judgements;
  /** Of points whose modes are known. */
  readonly modes?: ModeCoverage;
}

export async function evaluate(
  gan: Gan,
  data: ConditionalData,
  options: TrainGanOptions,
  surroundings: Surroundings,
): Promise<Evaluation> {
  const { 'evaluation-samples': count, seed } = options;
  try {
    const judgements = await judgeSamples(gan, data, { count, seed }, surroundings);
    const modes = await coverage(gan, data, options, surroundings);
    return { ...(judgements && { judgements }), ...(modes && { modes }) };
  } catch (error) {
    if (surroundings.signal.aborted) return {};
    throw error;
  }
}

/** Nothing for data without known modes. */
async function coverage(
  gan: Gan,
  { train }: ConditionalData,
  options: TrainGanOptions,
  surroundings: Surroundings,
): Promise<ModeCoverage | undefined> {
  const { density }: DataSet = dataSets[options.data];
  const { modes, sigma } = density?.() ?? {};
  if (modes === undefined) return undefined;
  const samples = await drawSamples(gan, train, options['evaluation-samples'], options, surroundings);
  try {
    return await modeCoverage({ generated: samples as tf.Tensor2D, modes, sigma: sigma! });
  } finally {
    samples.dispose();
  }
}
