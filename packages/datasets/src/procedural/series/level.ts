import type { Rng } from '@genmodels/core';

// Standard deviations.
const START = 0.25;
const DRIFT = 0.3; // over the whole series
const WANDER = 0.3; // at the end of the series

/** A level that drifts and wanders: a random walk. */
export interface Level {
  readonly start: number;
  /** What it gains over the series on a straight line. */
  readonly drift: number;
  /** What it has gained beside that after each step. */
  readonly walk: Float64Array;
}

export function drawLevel(length: number, rng: Rng): Level {
  const [start = 0, drift = 0] = rng.fillNormal(new Float32Array(2));
  const steps = rng.fillNormal(new Float32Array(length));
  let sum = 0;
  const walk = Float64Array.from(steps, (step) => (sum += (WANDER / Math.sqrt(length)) * step));
  return { start: START * start, drift: DRIFT * drift, walk };
}

/** The level at a step. */
export function levelAt(step: number, { start, drift, walk }: Level): number {
  return start + (drift * (step + 1)) / walk.length + walk[step]!;
}
