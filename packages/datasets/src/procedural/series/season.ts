import { drawInteger, type Rng } from '@genmodels/core';
import { direction } from '../direction.ts';
import { between } from './between.ts';

/** Cycles a series that a season can have. */
const CYCLES = [2, 4, 8] as const;

/** A pattern that repeats: a wave, and one of twice its frequency that makes it lean or peak. */
export interface Season {
  /** Which of `CYCLES` it has. */
  readonly kind: number;
  /** Cycles a series. */
  readonly cycles: number;
  /** At the start, in turns. */
  readonly phase: number;
  /** Of the slower wave. */
  readonly amplitude: number;
  /** Amplitude of the faster wave, in amplitudes of the slower one. */
  readonly overtone: number;
}

export function drawSeason(rng: Rng): Season {
  const kind = drawInteger(CYCLES.length, rng);
  return {
    kind,
    cycles: CYCLES[kind]!,
    phase: rng.next(),
    amplitude: between(0.1, 0.4, rng),
    overtone: between(-0.5, 0.5, rng),
  };
}

/** Its value at a time from 0 to 1, for a channel that runs `lag` turns ahead. */
export function seasonAt(time: number, { cycles, phase, amplitude, overtone }: Season, lag: number): number {
  const [cosine, sine] = direction(2 * Math.PI * (phase + lag + cycles * time));
  return amplitude * (sine + overtone * 2 * sine * cosine); // sin 2a = 2 sin a cos a
}
