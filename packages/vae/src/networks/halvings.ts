import { check } from '@genmodels/core';

export type Size = readonly [height: number, width: number];

/** The size of an image and of its halves, rounded up, `times` times. */
export function halvings(shape: readonly number[], times: number): Size[] {
  check(shape.length === 3, 'invalid-config', () => `conv needs images, got the shape [${shape.join(', ')}]: use mlp()`);
  return Array.from({ length: times + 1 }, (_, i) => [Math.ceil(shape[0]! / 2 ** i), Math.ceil(shape[1]! / 2 ** i)] as const);
}
