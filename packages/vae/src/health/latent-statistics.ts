/** Sums over examples, by latent dimension, that come batch after batch. In float64, whatever the backend adds in. */
export class LatentStatistics {
  examples = 0;
  #mean: Float64Array = new Float64Array();
  #squares: Float64Array = new Float64Array();
  #kl: Float64Array = new Float64Array();

  /** E[z given x] and the KL of each dimension of some examples, [count, latent] each. */
  add(means: Float32Array, kls: Float32Array, count: number): void {
    const latent = means.length / count;
    if (this.examples === 0) [this.#mean, this.#squares, this.#kl] = [0, 0, 0].map(() => new Float64Array(latent)) as Sums;
    for (let i = 0; i < count; i++) {
      this.examples++;
      for (let j = 0; j < latent; j++) this.#addValue(j, means[i * latent + j]!, kls[i * latent + j]!);
    }
  }

  /** Of E[z given x] over the examples. */
  get meanVariance(): number[] {
    return Array.from(this.#squares, (squares) => squares / (this.examples - 1));
  }

  get klPerDimension(): number[] {
    return Array.from(this.#kl, (kl) => kl / this.examples);
  }

  /** Welford 1962: no difference of large sums. */
  #addValue(j: number, mean: number, kl: number): void {
    const before = mean - this.#mean[j]!;
    this.#mean[j]! += before / this.examples;
    this.#squares[j]! += before * (mean - this.#mean[j]!);
    this.#kl[j]! += kl;
  }
}

type Sums = [Float64Array, Float64Array, Float64Array];
