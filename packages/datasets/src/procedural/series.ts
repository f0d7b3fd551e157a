import { check, checkCount, checkSeed, createRng, show } from '@genmodels/core';
import type { Attributes } from '../dataset/attributes.ts';
import { Dataset } from '../dataset/dataset.ts';
import type { DrawnSeries } from './series/drawn-series.ts';
import { drawSines } from './series/sines.ts';
import { drawWalks } from './series/walks.ts';

export type SeriesKind = 'sines' | 'walks';

const kinds = {
  sines: { draw: drawSines, classNames: ['no change', 'one change', 'two changes'] },
  walks: { draw: drawWalks, classNames: ['2 cycles', '4 cycles', '8 cycles'] },
} satisfies Record<SeriesKind, object>;

export interface SeriesOptions {
  /** 'sines': waves whose laws change at a few moments. 'walks': a level that wanders, with a season on it. */
  readonly kind: SeriesKind;
  /** Steps in time, at least 16, so that no wave is faster than the steps show. @default 64 */
  readonly length?: number;
  /** Numbers a step. Channels share what repeats, each with a lag of its own. @default 1 */
  readonly channels?: number;
  /** @default 10_000 */
  readonly count?: number;
  /** @default 0 */
  readonly seed?: number;
}

/**
 * Time series whose causes are known: shape [length, channels], domain 'real', around 0 and mostly in [-1, 1] (of walks
 * one value in fifty lies outside). What is true of each is in its attributes. Times there are parts of the series, frequencies
 * cycles a series, phases and lags turns: so they mean the same at any length. Gaussian noise of standard deviation 0.03 is on
 * everything.
 *
 * 'sines': a slow and a fast sine; at one or two moments, or never, both get new frequencies and amplitudes, while the phase
 * goes on. Label: the number of changes, 0 to 2. Attributes: `changes`; `change1`, `change2` (1 where there is none);
 * `slowPhase`, and for each of three regimes `slowFrequency1` and `slowAmplitude1` to `3` (one that never comes repeats the one
 * before); the same of `fast`; `lag2` and so on for channels after the first.
 *
 * 'walks': a random walk with a drift, and a season of 2, 4 or 8 cycles. Label: which of the three. Attributes: `cycles`,
 * `phase`, `amplitude`, `overtone` (amplitude of the wave of twice the frequency, in parts of the first); the level's `start`,
 * `drift` and `wander`, the last two being what it gains over the series, steadily and by chance; `start2`, `lag2` and so on for
 * further channels.
 *
 * Example i depends on the options and on i, not on `count`. Its numbers are the same on every engine, since only + - * / and
 * square roots make them. It takes about 0.05 ms a series of 64 steps, and blocks.
 */
export function series({ kind, length = 64, channels = 1, count = 10_000, seed = 0 }: SeriesOptions): Dataset {
  checkOptions({ kind, length, channels, count, seed });
  const { draw, classNames } = kinds[kind];
  const rng = createRng(seed).fork('series').fork(kind);
  const size = length * channels;
  const values = new Float32Array(count * size);
  const labels = new Int32Array(count);
  const truths = Array.from({ length: count }, (_, i) => {
    const drawn = draw({ length, channels }, rng.fork(i));
    values.set(drawn.values, i * size);
    labels[i] = drawn.label;
    return drawn.attributes;
  });
  return Dataset.from({
    values,
    shape: [length, channels],
    domain: 'real',
    labels,
    classNames,
    attributes: toColumns(truths),
    name: `${kind} (seed ${seed})`,
  });
}

/** One column for each attribute of the examples, which all have the same ones. */
function toColumns(truths: readonly DrawnSeries['attributes'][]): Attributes {
  const names = Object.keys(truths[0]!);
  return Object.fromEntries(names.map((name) => [name, Float32Array.from(truths, (truth) => truth[name]!)]));
}

function checkOptions({ kind, length, channels, count, seed }: Required<SeriesOptions>): void {
  check(
    Object.hasOwn(kinds, kind),
    'invalid-argument',
    () => `kind must be one of ${Object.keys(kinds).map(show).join(', ')}, got ${show(kind)}`,
  );
  check(
    Number.isInteger(length) && length >= 16,
    'invalid-argument',
    () => `length must be an integer of at least 16, got ${show(length)}`,
  );
  checkCount('channels', channels);
  checkCount('count', count);
  checkSeed(seed);
}
