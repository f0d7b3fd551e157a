import { check, show } from '@genmodels/core';
import type { Point } from './cloud.ts';
import { cloudOf, type PointsKind } from './clouds.ts';

/** What is true of the points of `points2d`. */
export interface PointsDensity {
  /** Middles of the Gaussians, [x, y] by label: of 'ring' and 'grid'. */
  readonly modes?: readonly Point[];
  /** Standard deviation of the noise along each axis: of 'ring', 'grid', 'moons' and 'swissRoll'. */
  readonly sigma?: number;
  /** ln p of points given as x, y, x, y ..., in nats; -Infinity where no point can be, on the black squares of 'checkerboard'. */
  logDensity(points: ArrayLike<number>): Float64Array;
}

/**
 * The density that `points2d({ kind })` draws from: in closed form, but for 'moons' and 'swissRoll', whose integral along the
 * curve is a quadrature, exact to 1e-8 nats where ln p is above -15, and to a few thousandths of ln p far away. The mean of
 * `logDensity` over samples of a model, beside that over data, tells whether it strays.
 */
export function pointsDensity(kind: PointsKind): PointsDensity {
  const { modes, sigma, logDensity } = cloudOf(kind);
  return {
    ...(modes && { modes }),
    ...(sigma !== undefined && { sigma }),
    logDensity(points) {
      checkPairs(points);
      return Float64Array.from({ length: points.length / 2 }, (_, i) => logDensity(points[2 * i]!, points[2 * i + 1]!));
    },
  };
}

function checkPairs(points: ArrayLike<number>): void {
  check(
    points.length % 2 === 0,
    'invalid-shape',
    () => `points must hold two numbers a point, x and y, got ${show(points.length)} numbers`,
  );
}
