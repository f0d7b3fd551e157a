import { check } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { extractFeatures } from '../features/extract-features.ts';
import { describeExtractor, type Extractor } from '../features/extractor.ts';
import { type Features, type FeaturesLike, toFeatures } from '../features/features.ts';

/** What a classifier says of generated examples: its probabilities, or features and the extractor that they are of. */
export type Classified =
  | {
      /** p(class given example), [examples, classes]. */
      readonly probabilities: FeaturesLike;
    }
  | {
      /** Features of `extractor`, as `extractFeatures` gives them. */
      readonly features: Features;
      /** A classifier: one that has `probabilities`. */
      readonly extractor: Extractor;
    };

/** A row an example, each divided by its sum, which float32 leaves a little off 1. Throws 'invalid-value' where it is far off. */
export async function classProbabilities(
  classified: Classified,
  signal?: AbortSignal,
): Promise<Features & { values: Float64Array }> {
  const given =
    'probabilities' in classified
      ? await toFeatures(classified.probabilities, 'probabilities')
      : await classify(await toFeatures(classified.features, 'features'), classified.extractor, signal);
  return { ...given, values: normalizeRows(given) };
}

async function classify(features: Features, extractor: Extractor, signal?: AbortSignal): Promise<Features> {
  check(
    typeof extractor.probabilities === 'function',
    'invalid-argument',
    () => `extractor must be a classifier, which has probabilities, got ${describeExtractor(extractor)}`,
  );
  const [theirs, ours] = [describeExtractor(features.origin.extractor), describeExtractor(extractor)];
  check(theirs === ours, 'not-comparable', () => `features must be those of the extractor ${ours}, got those of ${theirs}`);
  const { name, preprocessing } = extractor;
  const lastLayer: Extractor = { name, preprocessing, features: (rows) => extractor.probabilities!(rows as tf.Tensor2D) };
  const { values, width } = await extractFeatures(rowsOf(features), { extractor: lastLayer, ...(signal && { signal }) });
  return { ...features, values, width };
}

/** Rows that the classifier takes at once. */
const BATCH = 500;

function* rowsOf({ values, length, width }: Features): Generator<tf.Tensor2D> {
  for (let first = 0; first < length; first += BATCH) {
    const rows = Float32Array.from(values.subarray(first * width, (first + BATCH) * width));
    yield tf.tensor2d(rows, [rows.length / width, width]);
  }
}

function normalizeRows({ values, length, width }: Features): Float64Array {
  const normalized = new Float64Array(values);
  for (let row = 0; row < length; row++) {
    const distribution = normalized.subarray(row * width, (row + 1) * width);
    const sum = distribution.reduce((total, p) => total + p, 0);
    check(
      distribution.every((p) => p >= 0) && Math.abs(sum - 1) < 1e-4,
      'invalid-value',
      () =>
        `probabilities must be at least 0 and sum to 1, got the sum ${sum} in row ${row}: give those of all classes, after softmax`,
    );
    for (let y = 0; y < width; y++) distribution[y]! /= sum;
  }
  return normalized;
}
