import { HalvedShares } from '@genmodels/core';
import { normalCdf } from './normal-cdf.ts';

/** A Gaussian, of one dimension. */
export interface Normal {
  readonly mean: number;
  readonly deviation: number;
}

/**
 * A latent dimension cut into buckets of equal mass under the prior N(0, 1), so that all cost the same number of bits (Townsend et al.
 * 2019, section 2.5.1). z is the median of its bucket. In fixed arithmetic, like all that coding computes on the host.
 */
export class NormalBuckets {
  /** z of each bucket. */
  readonly values: Float32Array;
  /** The shares of the buckets under the prior: all alike. */
  readonly prior: HalvedShares;
  /** Where each bucket begins, but the first, which begins nowhere. */
  readonly #edges: Float64Array;

  /** `count` is even. Of 2^14 a bucket is 0.00015 wide at z = 0 and 0.014 at z = 3; twice as many cost a bit a dimension, once. */
  constructor(count = 2 ** 14) {
    this.values = new Float32Array(count);
    this.prior = new HalvedShares(count, (bucket) => bucket / count);
    this.#edges = new Float64Array(count);
    let [x, gap] = [-8, 4];
    for (let half = 1; half <= count; half++) {
      const next = quantile(half / (2 * count), x, x + 2 * gap); // the gaps get smaller, up to the middle
      [x, gap] = [next, next - x];
      const bucket = Math.floor(half / 2);
      if (half % 2 === 1) setBoth(this.values, bucket, count - 1 - bucket, x);
      else setBoth(this.#edges, bucket, count - bucket, x);
    }
  }

  /** The shares of the buckets under q. */
  posterior({ mean, deviation }: Normal): HalvedShares {
    return new HalvedShares(this.values.length, (bucket) => normalCdf((this.#edges[bucket]! - mean) / deviation));
  }
}

/** The buckets are the same on both sides of 0. */
function setBoth(into: Float32Array | Float64Array, index: number, mirrored: number, x: number): void {
  into[index] = x;
  into[mirrored] = -x;
}

/** The value between two others below which N(0, 1) lies with this probability, to 1e-8: by halving. */
function quantile(probability: number, least: number, largest: number): number {
  let [low, high] = [least, largest];
  while (high - low > 1e-8) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < probability) low = middle;
    else high = middle;
  }
  return high;
}
