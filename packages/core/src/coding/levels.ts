import { check } from '../errors.ts';

/** What the levels are in images: float32 from 0 to 1. */
export function levelValues(levels: number): Float32Array {
  return Float32Array.from({ length: levels }, (_, level) => level / (levels - 1));
}

/** The levels of some values. Refuses all others, because what comes back from a file must be bit-equal. */
export function toLevels(values: ArrayLike<number>, levels: number): Uint16Array<ArrayBuffer> {
  const known = levelValues(levels);
  return Uint16Array.from(values, (value) => {
    const level = Math.round(value * (levels - 1));
    check(
      value === known[level],
      'invalid-value',
      () =>
        `images must hold the float32 values k / ${levels - 1} for k = 0 to ${levels - 1}, got ${value}: take the nearest of them, and keep what it changes if you need it back`,
    );
    return level;
  });
}
