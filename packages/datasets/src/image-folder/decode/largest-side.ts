import { ensure, ensureSupported } from './damage.ts';

/** Asked of the numbers in a header, before anything of their size is allocated. */
export function ensureSides(width: number, height: number, largestSide: number): void {
  ensure(width >= 1 && height >= 1, `it says that it is ${width} x ${height} pixels`);
  ensureSupported(
    Math.max(width, height) <= largestSide,
    `it is ${width} x ${height} pixels, and at most ${largestSide} a side are allowed: make it smaller, or raise largestSide`,
  );
}
