/** Running log of the mean of exp, one an example, in double precision and without overflow. */
export class LogMeanExp {
  readonly #max: Float64Array;
  readonly #sum: Float64Array;
  readonly #squares: Float64Array;
  readonly #count: Uint32Array;

  constructor(examples: number) {
    this.#max = new Float64Array(examples).fill(-Infinity);
    this.#sum = new Float64Array(examples);
    this.#squares = new Float64Array(examples);
    this.#count = new Uint32Array(examples);
  }

  add(example: number, value: number): void {
    this.#count[example]! += 1;
    if (value === -Infinity) return;
    const max = Math.max(this.#max[example]!, value);
    const [shrink, weight] = [Math.exp(this.#max[example]! - max), Math.exp(value - max)];
    this.#sum[example] = this.#sum[example]! * shrink + weight;
    this.#squares[example] = this.#squares[example]! * shrink ** 2 + weight ** 2;
    this.#max[example] = max;
  }

  values(): Float32Array {
    return Float32Array.from(this.#max, (max, i) => max + Math.log(this.#sum[i]! / this.#count[i]!));
  }

  /** Of the values, by the delta method: the standard deviation of the mean of exp, over that mean. NaN for one value or none above 0. */
  standardErrors(): Float32Array {
    return Float32Array.from(this.#sum, (sum, i) => {
      const count = this.#count[i]!;
      const excess = (count * this.#squares[i]!) / sum ** 2 - 1; // the sample's variance over its squared mean
      return Math.sqrt(Math.max(0, excess) / (count - 1));
    });
  }
}
