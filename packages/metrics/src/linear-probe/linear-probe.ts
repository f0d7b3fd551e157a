import { check, checkCount, show } from '@genmodels/core';
import { checkAlike, describeSpace } from '../features/check-alike.ts';
import { type Features, type FeaturesLike, sampleSetOf, toFeatures } from '../features/features.ts';
import { Score } from '../score/score.ts';
import { wilsonInterval } from '../score/wilson-interval.ts';
import { predictClasses } from './predict-classes.ts';
import type { Scaling } from './standardization.ts';
import { trainProbe } from './train-probe.ts';

/** Features and the class of each example: an integer of at least 0. */
export interface LabelledFeatures {
  readonly features: FeaturesLike;
  readonly labels: ArrayLike<number>;
}

export interface LinearProbeOptions {
  readonly train: LabelledFeatures;
  readonly test: LabelledFeatures;
  /**
   * Weight of the ridge: the loss is the mean cross-entropy + l2 / 2 times the sum of the squared weights. The default is the
   * usual one, C = 1 where a loss sums over examples: the more there are, the less it pulls. @default 1 / examples of `train`
   */
  readonly l2?: number;
  /**
   * 'each' brings every feature to mean 0 and deviation 1 over `train`. 'together' divides all by one number instead: what varies
   * little stays small, as it should where features have a unit in common, such as pixels. @default 'each'
   */
  readonly scaling?: 'each' | 'together';
  /** Training ends where no entry of the gradient is larger. @default 1e-5 */
  readonly tolerance?: number;
  /** @default 1000 */
  readonly maxIterations?: number;
  readonly signal?: AbortSignal;
}

/** What a linear classifier made of the features. */
export interface LinearProbe {
  /** Share of the test examples whose class it says. */
  readonly accuracy: Score;
  /** The same of the examples that it was trained on. */
  readonly trainAccuracy: number;
  /** What training made smallest, in nats. */
  readonly loss: number;
  readonly iterations: number;
  /** The class of each example, of features taken in the same way. */
  predict(features: FeaturesLike): Promise<Int32Array>;
}

/**
 * How well a linear classifier tells classes by the features: what a representation has laid open (Alain and Bengio 2017).
 * Multinomial logistic regression on standardized features, trained to the one minimum of its loss by L-BFGS in float64, so
 * that the same features give the same accuracy on every backend. A feature that is the same in all training examples is left
 * out; a class that has none is never predicted. 60,000 examples of 128 features take about half a minute, and can be aborted.
 *
 * The score is of the features: those of different extractors may be compared. Rejects with 'invalid-argument' where
 * `maxIterations` do not reach the minimum.
 */
export async function linearProbe(options: LinearProbeOptions): Promise<LinearProbe> {
  const [train, test] = [await read(options.train, 'train'), await read(options.test, 'test')];
  checkAlike(train.features, test.features, 'train and test');
  const { l2 = 1 / train.features.length, scaling = 'each', tolerance = 1e-5, maxIterations = 1000, signal } = options;
  checkPositive('l2', l2);
  checkScaling(scaling);
  checkPositive('tolerance', tolerance);
  checkCount('maxIterations', maxIterations);
  const probe = await trainProbe(train.features, train.labels, { l2, scaling, tolerance, maxIterations, signal });
  const rightOf = async ({ features, labels }: Labelled) => countEqual(await predictClasses(probe, features, signal), labels);
  return {
    accuracy: accuracyScore(train, test, await rightOf(test), { l2, scaling, classes: probe.classes.length }),
    trainAccuracy: (await rightOf(train)) / train.features.length,
    loss: probe.loss,
    iterations: probe.iterations,
    async predict(given) {
      const features = await toFeatures(given, 'features');
      checkAlike(train.features, features, 'train and the given');
      return predictClasses(probe, features);
    },
  };
}

/** Features and labels that have been read. */
interface Labelled {
  readonly features: Features;
  readonly labels: Int32Array;
}

async function read({ features: given, labels }: LabelledFeatures, part: string): Promise<Labelled> {
  const features = await toFeatures(given, `${part}.features`);
  const wrong = Array.from(labels).find((label) => !Number.isInteger(label) || label < 0 || label >= 2 ** 31);
  check(
    labels.length === features.length && wrong === undefined,
    'invalid-argument',
    () =>
      `${part}.labels must be a class for each of the ${features.length} examples, an integer of at least 0, ` +
      `got ${wrong === undefined ? `${labels.length} labels` : show(wrong)}`,
  );
  return { features, labels: Int32Array.from(labels) };
}

function checkPositive(name: string, value: number): void {
  check(
    Number.isFinite(value) && value > 0,
    'invalid-argument',
    () => `${name} must be above 0, or there may be no minimum to find, got ${show(value)}`,
  );
}

function checkScaling(scaling: Scaling): void {
  check(
    scaling === 'each' || scaling === 'together',
    'invalid-argument',
    () => `scaling must be 'each' or 'together', got ${show(scaling)}`,
  );
}

function countEqual(a: Int32Array, b: Int32Array): number {
  return a.reduce((count, value, i) => count + Number(value === b[i]), 0);
}

interface Settings {
  readonly l2: number;
  readonly scaling: Scaling;
  readonly classes: number;
}

function accuracyScore(train: Labelled, test: Labelled, right: number, { scaling, ...settings }: Settings): Score {
  return new Score({
    metric: 'linear probe accuracy',
    value: right / test.features.length,
    better: 'higher',
    estimator: 'multinomial logistic regression',
    samples: { train: sampleSetOf(train.features), test: sampleSetOf(test.features) },
    subject: describeSpace(train.features),
    preprocessing: `features standardized ${scaling === 'each' ? '' : 'together '}by the training set`,
    settings,
    interval: wilsonInterval(right, test.features.length),
  });
}
