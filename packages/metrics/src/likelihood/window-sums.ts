/**
 * Sums over windows, for each row and each bandwidth, of exp(-|x - y|^2 / (2 bandwidth^2)), as the distances come. They are kept
 * relative to the nearest y so far, so that neither a far row nor a small bandwidth becomes 0.
 */
export class WindowSums {
  readonly #rates: readonly number[];
  readonly #nearest: Float64Array;
  /** [rows, bandwidths] */
  readonly #sums: Float64Array;
  readonly #bandwidths: readonly number[];

  constructor(rows: number, bandwidths: readonly number[]) {
    this.#bandwidths = bandwidths;
    this.#rates = bandwidths.map((bandwidth) => 1 / (2 * bandwidth ** 2));
    this.#nearest = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
    this.#sums = new Float64Array(rows * bandwidths.length);
  }

  add(row: number, squaredDistance: number): void {
    if (squaredDistance < this.#nearest[row]!) this.#moveTo(row, squaredDistance);
    const further = squaredDistance - this.#nearest[row]!;
    for (let i = 0, at = row * this.#rates.length; i < this.#rates.length; i++, at++)
      this.#sums[at]! += Math.exp(-further * this.#rates[i]!);
  }

  /** Makes a new nearest the one that the sums are relative to. */
  #moveTo(row: number, nearest: number): void {
    const nearer = this.#nearest[row]! - nearest;
    this.#rates.forEach((rate, i) => {
      this.#sums[row * this.#rates.length + i]! *= Math.exp(-nearer * rate);
    });
    this.#nearest[row] = nearest;
  }

  /** log of the mean density of `count` windows in `width` dimensions, in nats, one value a row. */
  logDensities(bandwidth: number, count: number, width: number): Float64Array {
    const normalizer = Math.log(count) + (width / 2) * Math.log(2 * Math.PI * this.#bandwidths[bandwidth]! ** 2);
    return this.#nearest.map((nearest, row) => {
      const sum = this.#sums[row * this.#rates.length + bandwidth]!;
      return Math.log(sum) - nearest * this.#rates[bandwidth]! - normalizer;
    });
  }
}
