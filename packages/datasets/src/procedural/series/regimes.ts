import { drawInteger, type Rng } from '@genmodels/core';
import { between } from './between.ts';

/** At most so many stretches of a series, each with laws of its own. */
const REGIMES = 3;

/** Where each regime begins, as a part of the series: 0, then the change points, and 1 for regimes that never come. */
export type Starts = readonly [number, number, number];

/** None, one or two changes, equally likely; none of them near an end or another. */
export function drawStarts(rng: Rng): { readonly changes: number; readonly starts: Starts } {
  const changes = drawInteger(REGIMES, rng);
  if (changes === 0) return { changes, starts: [0, 1, 1] };
  if (changes === 1) return { changes, starts: [0, between(0.3, 0.7, rng), 1] };
  return { changes, starts: [0, between(0.2, 0.45, rng), between(0.55, 0.8, rng)] };
}

/** One number for each regime; those that never come keep the last one. */
export function drawForRegimes(changes: number, draw: () => number): readonly number[] {
  const numbers = [draw()];
  while (numbers.length < REGIMES) numbers.push(numbers.length <= changes ? draw() : numbers.at(-1)!);
  return numbers;
}
