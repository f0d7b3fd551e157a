/** y = intercept + slope x by least squares. */
export function fitLine(xs: readonly number[], ys: readonly number[]): { intercept: number; slope: number } {
  const [meanX, meanY] = [meanOf(xs), meanOf(ys)];
  let products = 0;
  let squares = 0;
  xs.forEach((x, i) => {
    products += (x - meanX) * (ys[i]! - meanY);
    squares += (x - meanX) ** 2;
  });
  const slope = products / squares;
  return { intercept: meanY - slope * meanX, slope };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
