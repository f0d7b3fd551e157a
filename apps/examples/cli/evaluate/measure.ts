import {
  classAccuracy,
  densityCoverage,
  type Extractor,
  type Features,
  frechetDistance,
  frechetDistanceInfinity,
  inceptionScore,
  kernelDistance,
  precisionRecall,
  type Score,
} from '@genmodels/metrics';
import type { EvaluateOptions } from './options.ts';

type MeasureOptions = Pick<EvaluateOptions, 'resamples' | 'seed'> & {
  /** The class that each of the set was asked to be of, where the extractor knows these classes. */
  readonly labels: Int32Array | undefined;
  readonly signal: AbortSignal;
};

/** Every score of one set against the test examples, in the order of the table's rows. */
export async function measure(
  reference: Features,
  generated: Features,
  extractor: Extractor,
  { resamples, seed, labels, signal }: MeasureOptions,
): Promise<Score[]> {
  const sets = { reference, generated, signal };
  const { precision, recall } = await precisionRecall(sets);
  const { density, coverage } = await densityCoverage(sets);
  return [
    await frechetDistance({ ...sets, interval: { seed, resamples } }),
    await frechetDistanceInfinity({ ...sets, seed }),
    await kernelDistance(sets),
    precision,
    recall,
    density,
    coverage,
    ...(extractor.probabilities ? [await inceptionScore({ features: generated, extractor, seed, signal })] : []),
    ...(extractor.probabilities && labels ? [await classAccuracy({ features: generated, extractor, labels, signal })] : []),
  ];
}
