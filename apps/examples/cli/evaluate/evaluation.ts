import { type AuditReport, audit, type Extractor, extractFeatures, type Features, pixels, type Score } from '@genmodels/metrics';
import type * as tf from '@tensorflow/tfjs-core';
import type { ScoreColumn } from '../../report/score-table.ts';
import type { DataParts, DataSet } from '../data/data-set.ts';
import { dataSets } from '../data/data-sets.ts';
import type { Surroundings } from '../surroundings.ts';
import { classShares } from './class-shares.ts';
import { marks } from './contestants.ts';
import { openExtractor } from './extractors.ts';
import { likelihoodOf } from './likelihood.ts';
import { measure } from './measure.ts';
import type { Model } from './models.ts';
import type { EvaluateOptions } from './options.ts';
import { sampleLabels } from './sample-labels.ts';

/** All that was found out about a model. */
export interface Evaluation {
  /** Its own scores first, then those of sets that are known to be good and bad. */
  readonly columns: readonly ScoreColumn[];
  readonly likelihood: readonly Score[];
  readonly audit: AuditReport;
  /** Shares of the classes among its samples, as the extractor sees them, and among the test examples. */
  readonly classes?: { readonly samples: readonly number[]; readonly test: readonly number[] };
}

/** Measures samples against as many test examples, and looks whether they are copies of training examples. */
export async function evaluate(
  model: Model,
  samples: tf.Tensor,
  { train, test }: DataParts,
  options: EvaluateOptions,
  { terminal, signal }: Surroundings,
): Promise<Evaluation> {
  const count = samples.shape[0]!;
  const extractor = await openExtractor(options, model.config.spec);
  const { recognised }: DataSet = dataSets[options.data];
  const asked = recognised ? sampleLabels(model, train, count, options.seed) : undefined;
  const contestants = [
    { name: 'samples', examples: samples, data: `samples of the ${model.kind}`, labels: asked },
    ...marks(train, count, options.seed),
  ];
  const work = terminal.progress({ total: contestants.length, unit: 'sets' });
  try {
    const reference = await extractFeatures(test.take(count), { extractor, data: test.name, split: 'test', signal });
    const columns: ScoreColumn[] = [];
    let own: Features | undefined;
    for (const { name, examples, data, labels } of contestants) {
      const features = await extractFeatures(examples, { extractor, data, signal });
      const judged = { ...options, labels: asked && labels, signal };
      columns.push({ name, scores: await measure(reference, features, extractor, judged) });
      own ??= features;
      work.update(columns.length, name);
    }
    const classes = await sharesOf(own!, reference, extractor);
    return {
      columns,
      likelihood: await likelihoodOf(model, test, options.seed),
      audit: await auditByValues(samples, { train, test }, signal),
      ...(classes && { classes }),
    };
  } finally {
    work.stop();
    extractor.dispose?.();
  }
}

async function sharesOf(samples: Features, test: Features, extractor: Extractor): Promise<Evaluation['classes']> {
  const [own, wanted] = [await classShares(samples, extractor), await classShares(test, extractor)];
  return own && wanted && { samples: own, test: wanted };
}

/** By the values themselves: what a copy is needs no features. */
async function auditByValues(
  samples: tf.Tensor,
  { train, test }: Pick<DataParts, 'train' | 'test'>,
  signal: AbortSignal,
): Promise<AuditReport> {
  const heldOut = test.take(Math.min(test.length, samples.shape[0]!));
  const options = { extractor: pixels(), signal };
  return audit({
    generated: await extractFeatures(samples, { ...options, data: 'samples' }),
    training: await extractFeatures(train, { ...options, split: 'train' }),
    heldOut: await extractFeatures(heldOut, { ...options, split: 'test' }),
    signal,
  });
}
