import type { Place } from './search-line.ts';
import { addScaled, dot, scaled } from './vectors.ts';

/** What one step showed of the curvature: how far it went, and how the gradient changed on the way. */
export interface Curvature {
  readonly step: Float64Array;
  readonly change: Float64Array;
}

export function curvatureBetween(from: Place, to: Place): Curvature {
  return { step: addScaled(to.point, -1, from.point), change: addScaled(to.gradient, -1, from.gradient) };
}

/**
 * The inverse Hessian times a vector, as far as the remembered steps tell (Nocedal and Wright 2006, algorithm 7.4, as a recursion
 * from the newest step to the oldest). With none it is a guess that makes the product no longer than 1.
 */
export function timesInverseHessian(vector: Float64Array, memory: readonly Curvature[]): Float64Array {
  const newest = memory.at(-1);
  if (newest === undefined) return scaled(Math.min(1, 1 / Math.sqrt(dot(vector, vector))), vector);
  return recurse(vector, memory, dot(newest.step, newest.change) / dot(newest.change, newest.change));
}

function recurse(vector: Float64Array, memory: readonly Curvature[], guess: number): Float64Array {
  const newest = memory.at(-1);
  if (newest === undefined) return scaled(guess, vector);
  const { step, change } = newest;
  const rho = 1 / dot(step, change);
  const share = rho * dot(step, vector);
  const older = recurse(addScaled(vector, -share, change), memory.slice(0, -1), guess);
  return addScaled(older, share - rho * dot(change, older), step);
}
