import { type AnsShares, type AnsStack, HalvedShares, levelValues } from '@genmodels/core';
import type { CodedValues } from './coded-values.ts';
import type { HostNetworks } from './host-networks.ts';
import type { NormalBuckets } from './normal-buckets.ts';

/** What examples are coded with. */
interface BitsBackParts {
  readonly stack: AnsStack;
  readonly networks: HostNetworks;
  readonly values: CodedValues;
  /** Size of z. */
  readonly latent: number;
  readonly buckets: NormalBuckets;
}

/**
 * Puts examples on a stack of bits and takes them off again. One takes -log2 p(x given z) p(z) bits and gives back -log2 q(z given x),
 * those that its z was drawn with: the negative ELBO on average (Townsend, Bird and Barber 2019, "Practical lossless compression with
 * latent variables using bits back coding", 1901.04866, table 1). `take` is `put`, read backwards. `label` is the example's class,
 * where the model has any.
 */
export class BitsBackCoder {
  readonly #parts: BitsBackParts;
  readonly #levelValues: Float32Array;

  constructor(parts: BitsBackParts) {
    this.#parts = parts;
    this.#levelValues = levelValues(parts.values.levels);
  }

  /** `x` are the levels of one example. */
  async put(x: Uint16Array, label?: number): Promise<void> {
    const z = this.#pop(await this.#posterior(x, label));
    this.#push(x, await this.#likelihood(z, label));
    this.#push(z, this.#prior());
  }

  /** The levels of the example that was put last. */
  async take(label?: number): Promise<Uint16Array> {
    const z = this.#pop(this.#prior());
    const x = this.#pop(await this.#likelihood(z, label));
    this.#push(z, await this.#posterior(x, label));
    return x;
  }

  /** p(z), shares of the buckets for each latent dimension. */
  #prior(): AnsShares[] {
    return Array.from({ length: this.#parts.latent }, () => this.#parts.buckets.prior);
  }

  /** q(z given x), the same. */
  async #posterior(x: Uint16Array, label?: number): Promise<AnsShares[]> {
    const values = Float32Array.from(x, (level) => this.#levelValues[level]!);
    const normals = await this.#parts.networks.posterior(values, label);
    return normals.map((normal) => this.#parts.buckets.posterior(normal));
  }

  /** p(x given z), shares of the levels for each value: `z` are buckets. */
  async #likelihood(z: Uint16Array, label?: number): Promise<AnsShares[]> {
    const { size, levels, cdf } = this.#parts.values;
    const middles = Float32Array.from(z, (bucket) => this.#parts.buckets.values[bucket]!);
    const below = cdf(await this.#parts.networks.parameters(middles, label));
    return Array.from({ length: size }, (_, place) => new HalvedShares(levels, (level) => below(place, level)));
  }

  /** The last symbol first, so that `#pop` gives them in order. */
  #push(symbols: Uint16Array, shares: readonly AnsShares[]): void {
    for (let i = symbols.length - 1; i >= 0; i--) this.#parts.stack.push(symbols[i]!, shares[i]!);
  }

  #pop(shares: readonly AnsShares[]): Uint16Array {
    return Uint16Array.from(shares, (each) => this.#parts.stack.pop(each));
  }
}
