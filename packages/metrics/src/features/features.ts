import { check, isTensor, show } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import { type SampleSet, sampleSet } from '../score/sample-set.ts';
import type { ExtractorId } from './extractor.ts';

/** The features of a set of examples: computed once, compared as often as one likes. */
export interface Features {
  /** A row an example, one after the other. */
  readonly values: Float32Array | Float64Array;
  /** How many examples. */
  readonly length: number;
  /** Features an example. */
  readonly width: number;
  readonly origin: FeaturesOrigin;
}

/** Where features come from: what the scores will say. */
export interface FeaturesOrigin {
  /** What the examples are called: 'MNIST', 'samples of vae, seed 7'. A reference without a name cannot be compared on. */
  readonly data?: string;
  readonly split?: string;
  readonly extractor: ExtractorId;
  readonly preprocessing: string;
}

/** What a metric takes: features, or bare numbers, a row an example, of which nothing else is known. */
export type FeaturesLike = Features | tf.Tensor2D | BareFeatures;

export interface BareFeatures {
  readonly values: Float32Array | Float64Array;
  readonly width: number;
}

/** Of bare numbers there is no more to say. */
const unknownOrigin: FeaturesOrigin = { extractor: { name: 'given values' }, preprocessing: 'none' };

/** Reads what a metric was given. A tensor stays the caller's. Throws 'invalid-shape' or, with the row, 'invalid-value'. */
export async function toFeatures(given: FeaturesLike, part: string): Promise<Features> {
  const features = isTensor(given) ? await readTensor(given, part) : checkRows(given, part);
  checkFinite(features, part);
  return features;
}

/** The set as a score names it. */
export function sampleSetOf({ length, origin }: Pick<Features, 'length' | 'origin'>): SampleSet {
  return sampleSet(length, origin);
}

async function readTensor(tensor: tf.Tensor, part: string): Promise<Features> {
  check(
    tensor.rank === 2 && tensor.size > 0,
    'invalid-shape',
    () => `${part} must be features of shape [examples, width], got ${show(tensor.shape)}: take them with extractFeatures`,
  );
  const [length, width] = tensor.shape as [number, number];
  return { values: new Float32Array(await tensor.data()), length, width, origin: unknownOrigin };
}

function checkRows(given: Features | BareFeatures, part: string): Features {
  const { values, width } = given ?? {};
  check(
    ArrayBuffer.isView(values) && Number.isInteger(width) && width >= 1 && values.length % width === 0 && values.length > 0,
    'invalid-shape',
    () => `${part} must be { values, width } with a whole number of rows, got ${values?.length} values of width ${show(width)}`,
  );
  return { origin: unknownOrigin, ...given, length: values.length / width };
}

function checkFinite({ values, width }: Features, part: string): void {
  let at = 0; // no findIndex: a set may have 50 million values, and a call for each of them takes half a second
  while (at < values.length && Number.isFinite(values[at])) at++;
  check(
    at === values.length,
    'invalid-value',
    () => `${part} must be finite, got ${values[at]} in row ${Math.floor(at / width)}`,
  );
}
