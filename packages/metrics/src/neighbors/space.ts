import { check } from '@genmodels/core';
import type { Features } from '../features/features.ts';
import { meanOf } from '../features/mean-of.ts';
import { largestOf } from '../linear-algebra/matrix.ts';

/** Where products of float32 lose least: rows less `centre`, times `scale`, have features in [-1, 1]. */
export interface Space {
  readonly centre: Float64Array;
  /** A power of two, which rounds nothing. */
  readonly scale: number;
}

/** The space of two sets: centred on `among`, so that an offset common to all does not drown their distances. */
export function spaceOf(of: Features, among: Features): Space {
  const size = Math.max(largestOf(of.values), largestOf(among.values));
  check(
    size === 0 || (size > 1e-150 && size < 1e150),
    'invalid-value',
    () => `features must be between 1e-150 and 1e150 in size, so that a distance can be squared, got ${size}: scale them`,
  );
  return { centre: meanOf(among), scale: size === 0 ? 1 : 2 ** -(Math.ceil(Math.log2(size)) + 1) };
}
