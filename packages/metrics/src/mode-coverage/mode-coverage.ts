import { check, checkCount, sha256, show } from '@genmodels/core';
import { type Features, type FeaturesLike, sampleSetOf, toFeatures } from '../features/features.ts';
import { Score } from '../score/score.ts';
import type { ScoreFields } from '../score/score-fields.ts';
import { wilsonInterval } from '../score/wilson-interval.ts';
import { countModes, type ModeCounts } from './count-modes.ts';

export interface ModeCoverageOptions {
  /** Samples [count, dimensions]. */
  readonly generated: FeaturesLike;
  /** The middles of the modes, each of as many numbers as a sample. */
  readonly modes: readonly ArrayLike<number>[];
  /** Standard deviation of every mode along each axis. */
  readonly sigma: number;
  /** A sample is of high quality within so many sigmas of its nearest mode. @default 3 */
  readonly within?: number;
  /** A mode is covered by so many samples of high quality. @default 1 */
  readonly atLeast?: number;
  readonly signal?: AbortSignal;
}

export interface ModeCoverage {
  /** How many modes are covered. Grows with the number of samples: one stray sample covers a mode. */
  readonly covered: Score;
  /** The share of samples of high quality. In the plane 98.9 % of a Gaussian lie within 3 sigma: the data itself has no more. */
  readonly highQuality: Score;
  /**
   * KL(share of the samples nearest to each mode || uniform) in nats: 0 where the modes are hit alike, log(modes) where all samples
   * hit one. Samples of the data itself have about (modes - 1) / (2 samples).
   */
  readonly kl: Score;
  readonly counts: ModeCounts;
}

/**
 * Which modes of a mixture of equally likely Gaussians the samples hit, and how well: the scores that papers give for a ring of 8 or
 * a grid of 25 (Srivastava et al. 2017, VEEGAN; Lin et al. 2018, PacGAN). Rejects with 'invalid-argument' for modes that are no points
 * of the samples' dimensions, or numbers out of bounds, and the signal's reason when aborted.
 */
export async function modeCoverage(options: ModeCoverageOptions): Promise<ModeCoverage> {
  const { modes, sigma, within = 3, atLeast = 1, signal } = options;
  const generated = await toFeatures(options.generated, 'generated');
  checkModes(modes, generated.width);
  checkPositive('sigma', sigma);
  checkPositive('within', within);
  checkCount('atLeast', atLeast);
  const counts = await countModes(generated, modes, within * sigma, signal);
  const common = { ...fieldsOf(generated), settings: { modes: await describeModes(modes), sigma } };
  return {
    covered: coveredScore(counts, { ...common, settings: { ...common.settings, within, atLeast } }),
    highQuality: highQualityScore(counts, { ...common, settings: { ...common.settings, within } }),
    kl: klScore(counts, { ...common, settings: { modes: common.settings.modes } }),
    counts,
  };
}

type CommonFields = Pick<ScoreFields, 'samples' | 'extractor' | 'preprocessing' | 'settings'>;

function coveredScore({ highQuality }: ModeCounts, fields: CommonFields & { settings: { atLeast: number } }): Score {
  const value = highQuality.filter((count) => count >= fields.settings.atLeast).length;
  return new Score({ ...fields, metric: 'modes covered', value, better: 'higher', estimator: `of ${highQuality.length}` });
}

function highQualityScore({ all, highQuality }: ModeCounts, fields: CommonFields): Score {
  const [hits, count] = [sum(highQuality), sum(all)];
  return new Score({
    ...fields,
    metric: 'samples of high quality',
    value: hits / count,
    better: 'higher',
    estimator: 'share',
    interval: wilsonInterval(hits, count),
  });
}

function klScore({ all }: ModeCounts, fields: CommonFields): Score {
  const count = sum(all);
  const value = all.reduce((total, hits) => total + (hits > 0 ? (hits / count) * Math.log((hits / count) * all.length) : 0), 0);
  return new Score({ ...fields, metric: 'KL of modes to uniform', value, unit: 'nats', better: 'lower', estimator: 'plug-in' });
}

function fieldsOf(generated: Features): CommonFields {
  const { extractor, preprocessing } = generated.origin;
  return { samples: { generated: sampleSetOf(generated) }, extractor, preprocessing };
}

/** '25 (3f2a1b9c)': two lists of as many modes are told apart by their hash. */
async function describeModes(modes: readonly ArrayLike<number>[]): Promise<string> {
  const values = Float64Array.from(modes.flatMap((mode) => Array.from(mode)));
  return `${modes.length} (${(await sha256(new Uint8Array(values.buffer))).slice(0, 8)})`;
}

function checkModes(modes: readonly ArrayLike<number>[], width: number): void {
  check(Array.isArray(modes) && modes.length > 0, 'invalid-argument', () => `modes must be a list of points, got ${show(modes)}`);
  const wrong = modes.find((mode) => mode.length !== width || !Array.from(mode).every(Number.isFinite));
  check(
    wrong === undefined,
    'invalid-argument',
    () => `modes must each be ${width} finite numbers, as many as a sample has, got ${show(Array.from(wrong!))}`,
  );
}

function checkPositive(name: string, value: number): void {
  check(Number.isFinite(value) && value > 0, 'invalid-argument', () => `${name} must be above 0, got ${show(value)}`);
}

function sum(counts: Uint32Array): number {
  return counts.reduce((total, count) => total + count, 0);
}
