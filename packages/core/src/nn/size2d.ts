import { checkSizes } from './check-sizes.ts';

/** One number for both, or [height, width]. */
export type Size2d = number | readonly [height: number, width: number];

/** Throws 'invalid-config' unless both are integers of at least 1. */
export function pairOf(size: Size2d, name: string): [height: number, width: number] {
  const [height, width] = typeof size === 'number' ? [size, size] : size;
  checkSizes({ [name]: height, [`${name} (width)`]: width });
  return [height, width];
}
