import type { Rng } from '@genmodels/core';
import { direction } from '../direction.ts';
import { between } from './between.ts';
import { drawForRegimes, type Starts } from './regimes.ts';

/** A sine whose frequency and amplitude each regime sets anew. Its phase goes on, so that the wave never breaks. */
export interface ChangingSine {
  /** At the start, in turns. */
  readonly phase: number;
  /** In each regime, in cycles a series. */
  readonly frequencies: readonly number[];
  readonly amplitudes: readonly number[];
}

type Range = readonly [low: number, high: number];

export interface SineRanges {
  readonly frequency: Range;
  readonly amplitude: Range;
}

export function drawSine(changes: number, { frequency, amplitude }: SineRanges, rng: Rng): ChangingSine {
  return {
    phase: rng.next(),
    frequencies: drawForRegimes(changes, () => between(...frequency, rng)),
    amplitudes: drawForRegimes(changes, () => between(...amplitude, rng)),
  };
}

/** Its value at a time from 0 to 1, for a channel that runs `lag` turns ahead. */
export function sineAt(time: number, { phase, frequencies, amplitudes }: ChangingSine, starts: Starts, lag: number): number {
  const turns = frequencies.reduce((sum, frequency, k) => sum + frequency * timeIn(k, time, starts), phase + lag);
  const [, sine] = direction(2 * Math.PI * turns);
  return glide(time, amplitudes, starts) * sine;
}

/** How much of the time so far lay in regime k. */
function timeIn(k: number, time: number, starts: Starts): number {
  return Math.max(0, Math.min(time, starts[k + 1] ?? 1) - starts[k]!);
}

/** Parts of a series that an amplitude takes to reach its next value. */
const GLIDE = 1 / 16;

/** The amplitude at a time: that of the regime, reached on a straight line from the one before. */
function glide(time: number, amplitudes: readonly number[], starts: Starts): number {
  return starts.reduce((amplitude, start, k) => {
    const done = Math.min(1, Math.max(0, (time - start) / GLIDE));
    return amplitude + done * (amplitudes[k]! - amplitude);
  }, amplitudes[0]!);
}
