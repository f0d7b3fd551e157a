import type { Rounding } from './rounding.ts';

/** How far a squared distance by rounded products may be from the true one: relative (|a|^2 + |b|^2) + absolute, in a space. */
export interface ErrorBound {
  readonly relative: number;
  readonly absolute: number;
}

/**
 * The bound for |a|^2 + |b|^2 - 2 a.b, whose product a backend rounds, and whose a and b were rounded to float32.
 *
 * With the unit u and g(n) = n u / (1 - n u), a sum of n products in any order is wrong by at most g(n) |a| |b| (Higham, "Accuracy
 * and stability of numerical algorithms", 2002, section 3.1), hence 2 a.b by g(n) (|a|^2 + |b|^2). Rounding a and b moves the
 * distance by u (|a| + |b|), hence its square by less than 5 u (|a|^2 + |b|^2), and a backend of half precision rounds them once
 * more. All of it is less than g(n + 8) (|a|^2 + |b|^2). What becomes 0 by being tiny, features, products and sums, adds less than
 * 16 tiny for each of the n, since features are at most 1. The rounding of the float64 around it is covered by what is left.
 */
export function errorBound(width: number, { unit, tiny }: Rounding): ErrorBound {
  const error = (width + 8) * unit;
  return { relative: error < 1 ? error / (1 - error) : Number.POSITIVE_INFINITY, absolute: 16 * width * tiny };
}
