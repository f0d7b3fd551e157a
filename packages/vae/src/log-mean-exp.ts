/** Running log of the mean of exp, one an example, in double precision and without overflow. */
export class LogMeanExp {
  readonly #max: Float64Array;
  readonly #sum: Float64Array;
  readonly #count: Uint32Array;

  constructor(examples: number) {
    this.#max = new Float64Array(examples).fill(-Infinity);
    this.#sum = new Float64Array(examples);
    this.#count = new Uint32Array(examples);
  }

  add(example: number, value: number): void {
    this.#count[example]! += 1;
    if (value === -Infinity) return;
    const max = Math.max(this.#max[example]!, value);
    this.#sum[example] = this.#sum[example]! * Math.exp(this.#max[example]! - max) + Math.exp(value - max);
    this.#max[example] = max;
  }

  values(): Float32Array {
    return Float32Array.from(this.#max, (max, i) => max + Math.log(this.#sum[i]! / this.#count[i]!));
  }
}
