import type { Cloud, Point } from './cloud.ts';
import { gaussianModes } from './gaussian-modes.ts';

/** 25 Gaussians of sigma 0.05 at -4, -2, 0, 2 and 4 along each axis, row by row from below. */
export function grid(): Cloud {
  const modes = Array.from({ length: 25 }, (_, k): Point => [2 * (k % 5) - 4, 2 * Math.floor(k / 5) - 4]);
  return gaussianModes(modes, 0.05);
}
