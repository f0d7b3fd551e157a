import { largestOf } from '../linear-algebra/matrix.ts';
import { type Curvature, curvatureBetween, timesInverseHessian } from './inverse-hessian.ts';
import { type Objective, type Place, searchLine } from './search-line.ts';
import { scaled } from './vectors.ts';

export interface MinimizeOptions {
  readonly start: Float64Array;
  /** The minimum is reached where no entry of the gradient is larger. */
  readonly tolerance: number;
  readonly maxIterations: number;
}

export interface Minimum extends Place {
  readonly iterations: number;
  readonly converged: boolean;
}

/** How many steps are remembered; more than ten seldom help. */
const MEMORY = 10;

/** The minimum of a smooth convex function by L-BFGS (Nocedal and Wright 2006, algorithm 7.5). The same input gives the same bits. */
export async function minimize(objective: Objective, { start, tolerance, maxIterations }: MinimizeOptions): Promise<Minimum> {
  let place: Place = { point: start, ...(await objective(start)) };
  let memory: Curvature[] = [];
  for (let iterations = 0; ; iterations++) {
    const converged = largestOf(place.gradient) <= tolerance;
    if (converged || iterations === maxIterations) return { ...place, iterations, converged };
    const direction = scaled(-1, timesInverseHessian(place.gradient, memory));
    const next = await searchLine(objective, place, direction);
    memory = [...memory, curvatureBetween(place, next)].slice(-MEMORY);
    place = next;
  }
}
