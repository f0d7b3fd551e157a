/** How codes lie, a number for each of their dimensions: under the prior all means are 0 and all variances 1. */
export interface CodeStatistics {
  readonly means: readonly number[];
  readonly variances: readonly number[];
}

/** Of codes one after another, `size` numbers each. */
export function statisticsOf(codes: readonly number[], size: number): CodeStatistics {
  const columns = Array.from({ length: size }, (_, i) => codes.filter((_, j) => j % size === i));
  const means = columns.map(meanOf);
  return { means, variances: columns.map((column, i) => meanOf(column.map((value) => (value - means[i]!) ** 2))) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
