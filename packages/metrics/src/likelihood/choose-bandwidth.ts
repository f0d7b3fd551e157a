import { check, show } from '@genmodels/core';
import type { Features } from '../features/features.ts';
import { kernelEstimate } from './kernel-estimate.ts';

/** The bandwidth of the grid under which the validation set is likeliest in the mean; the smallest of equals. */
export async function chooseBandwidth(
  validation: Features,
  generated: Features,
  grid: readonly number[],
  signal?: AbortSignal,
): Promise<number> {
  const likelihoods = (await kernelEstimate(validation, generated, grid, signal)).map((logs) =>
    logs.reduce((sum, log) => sum + log, 0),
  );
  return grid[likelihoods.indexOf(Math.max(...likelihoods))]!;
}

/** Refuses what is no list of different bandwidths, the smallest first. */
export function checkGrid(grid: readonly number[]): void {
  check(
    Array.isArray(grid) &&
      grid.length > 0 &&
      grid.every((bandwidth, i) => isBandwidth(bandwidth) && !(grid[i - 1]! >= bandwidth)),
    'invalid-argument',
    () => `grid must be positive bandwidths, the smallest first, got ${show(grid)}`,
  );
}

export function checkBandwidth(bandwidth: number): void {
  check(isBandwidth(bandwidth), 'invalid-argument', () => `bandwidth must be a positive number, got ${show(bandwidth)}`);
}

function isBandwidth(bandwidth: unknown): boolean {
  return Number.isFinite(bandwidth) && (bandwidth as number) > 0;
}
