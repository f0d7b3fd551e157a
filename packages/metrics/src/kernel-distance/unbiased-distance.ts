import type { Features } from '../features/features.ts';
import { sumKernel } from './sum-kernel.ts';

/**
 * The sums of the kernel that a distance is made of, for each example of x: over the other examples of x (`within`) and over all of
 * y (`across`).
 */
export interface Side {
  readonly within: Float64Array;
  readonly across: Float64Array;
}

export async function sidesOf(x: Features, y: Features, signal?: AbortSignal): Promise<[Side, Side]> {
  const centre = meanOfBoth(x, y);
  const [ofX, ofY] = [await sumKernel(x, x, centre, signal), await sumKernel(y, y, centre, signal)];
  const across = await sumKernel(x, y, centre, signal);
  return [
    { within: ofX.ofX, across: across.ofX },
    { within: ofY.ofX, across: across.ofY },
  ];
}

function meanOfBoth(x: Features, y: Features): Float64Array {
  const mean = new Float64Array(x.width);
  for (const { values, width } of [x, y]) for (let i = 0; i < values.length; i++) mean[i % width]! += values[i]!;
  return mean.map((sum) => sum / (x.length + y.length));
}

/**
 * The unbiased estimate of the squared maximum mean discrepancy: the mean kernel of two x plus that of two y less twice that of
 * an x and a y (Gretton et al. 2012, "A kernel two-sample test", eq. 3, with different counts).
 */
export function unbiasedDistance([x, y]: readonly [Side, Side]): number {
  const [m, n] = [x.within.length, y.within.length];
  return sum(x.within) / (m * (m - 1)) + sum(y.within) / (n * (n - 1)) - (2 * sum(x.across)) / (m * n);
}

/**
 * The standard error of `unbiasedDistance` by the jackknife: how it changes as each example in turn is left out (Efron and Stein
 * 1981, who show that it errs on the large side). Needs three examples on each side, NaN below.
 */
export function jackknifeError([x, y]: readonly [Side, Side]): number {
  return Math.sqrt(leaveOneOutVariance(x, y.within.length) + leaveOneOutVariance(y, x.within.length));
}

/** Of the terms that the examples of this side are in: the rest does not change. */
function leaveOneOutVariance({ within, across }: Side, others: number): number {
  const m = within.length;
  const [allWithin, allAcross] = [sum(within), sum(across)];
  const distances = within.map((ownWithin, i) => {
    const rest = (allWithin - 2 * ownWithin) / ((m - 1) * (m - 2));
    return rest - (2 * (allAcross - across[i]!)) / ((m - 1) * others);
  });
  const mean = sum(distances) / m;
  return ((m - 1) / m) * sum(distances.map((distance) => (distance - mean) ** 2));
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
