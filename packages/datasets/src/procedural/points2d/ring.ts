import type { Cloud } from './cloud.ts';
import { gaussianModes } from './gaussian-modes.ts';

const DIAGONAL = 2 * Math.SQRT1_2;

/** Eight Gaussians of sigma 0.05, evenly on a circle of radius 2, counterclockwise from [2, 0]. */
export function ring(): Cloud {
  return gaussianModes(
    [
      [2, 0],
      [DIAGONAL, DIAGONAL],
      [0, 2],
      [-DIAGONAL, DIAGONAL],
      [-2, 0],
      [-DIAGONAL, -DIAGONAL],
      [0, -2],
      [DIAGONAL, -DIAGONAL],
    ],
    0.05,
  );
}
