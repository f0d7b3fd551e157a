// Polynomials by Horner's rule. Their coefficients stand in a table from the n-th number on, the constant term first.
import { fma } from '../../fma';
import { constant } from './constant';

@inline
export function cubic(table: usize, n: i32, x: v128): v128 {
  const high = fma(x, constant(table, n + 3), constant(table, n + 2));
  return fma(x, fma(x, high, constant(table, n + 1)), constant(table, n));
}

@inline
export function quartic(table: usize, n: i32, x: v128): v128 {
  return fma(x, cubic(table, n + 1, x), constant(table, n));
}

@inline
export function quintic(table: usize, n: i32, x: v128): v128 {
  return fma(x, quartic(table, n + 1, x), constant(table, n));
}
