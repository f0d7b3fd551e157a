/** The side of a square Gaussian window as weights that sum to 1: the window itself is the product of two. */
export function gaussianWindow(size: number, sigma: number): Float64Array {
  const middle = (size - 1) / 2;
  const heights = Float64Array.from({ length: size }, (_, i) => Math.exp(-((i - middle) ** 2) / (2 * sigma ** 2)));
  const sum = heights.reduce((total, height) => total + height, 0);
  return heights.map((height) => height / sum);
}
