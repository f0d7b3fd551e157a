import { GenmodelsError } from '@genmodels/core';
import { addScaled, dot } from './vectors.ts';

/** A smooth convex function: its value and its gradient at a point. */
export type Objective = (point: Float64Array) => Promise<Evaluation>;

export interface Evaluation {
  readonly value: number;
  readonly gradient: Float64Array;
}

export interface Place extends Evaluation {
  readonly point: Float64Array;
}

/**
 * A step from a place along `direction` that falls enough (Armijo's condition) and passes the steepest part (Wolfe's), by
 * doubling and halving: Lewis and Overton 2013, algorithm 2.6. The first try is a whole step, which L-BFGS nearly always takes.
 */
export async function searchLine(objective: Objective, from: Place, direction: Float64Array): Promise<Place> {
  const slope = dot(from.gradient, direction);
  const rounding = 1e-13 * Math.abs(from.value); // near the minimum a fall is smaller than what a long sum loses
  let [low, high, step] = [0, Number.POSITIVE_INFINITY, 1];
  for (let tries = 0; tries < 60; tries++) {
    const point = addScaled(from.point, step, direction);
    const { value, gradient } = await objective(point);
    if (!(value <= from.value + 1e-4 * step * slope + rounding)) high = step;
    else if (dot(gradient, direction) < 0.9 * slope) low = step;
    else return { point, value, gradient };
    step = high === Number.POSITIVE_INFINITY ? 2 * low : (low + high) / 2;
  }
  throw new GenmodelsError('diverged', `a line search found no lower place near the value ${from.value}: look for huge features`);
}
