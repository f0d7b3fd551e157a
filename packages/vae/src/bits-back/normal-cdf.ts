import { fixedExp } from '@genmodels/core';

/**
 * The probability that a standard normal lies below x, within 2e-7: the resolution of a coder's frequencies is 6e-8. In fixed arithmetic
 * (sums, products and quotients in this order), so that it has the same bits on every engine. Abramowitz and Stegun 1964, 26.2.17.
 */
export function normalCdf(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const beyond = 0.3989422804014327 * fixedExp((-x * x) / 2) * series; // 1 / sqrt(2 pi)
  return x < 0 ? beyond : 1 - beyond;
}
