/**
 * By how many standard deviations counts lie further from their expectations than chance has it: Pearson's chi-square, made normal by
 * the cube root of Wilson and Hilferty (1931). Cells with an expectation below 5 count as one.
 * Infinite where something came that is impossible.
 */
export function chiSquareDeviations(counts: readonly number[], expected: readonly number[]): number {
  const cells = [...counts.entries()].map(([i, count]) => ({ count, expected: expected[i]! }));
  const small = cells.filter((cell) => cell.expected < 5);
  const rest = small.reduce((sum, cell) => ({ count: sum.count + cell.count, expected: sum.expected + cell.expected }), empty());
  const pooled = [...cells.filter((cell) => cell.expected >= 5), ...(rest.count + rest.expected > 0 ? [rest] : [])];
  const sum = pooled.reduce((total, cell) => total + (cell.count - cell.expected) ** 2 / cell.expected, 0);
  const spread = 2 / (9 * (pooled.length - 1));
  return (Math.cbrt(sum / (pooled.length - 1)) - (1 - spread)) / Math.sqrt(spread);
}

function empty() {
  return { count: 0, expected: 0 };
}
