import * as tf from '@tensorflow/tfjs-core';
import type { HostTensor } from '../io/format/host-tensor.ts';
import { toTensors } from '../io/restore.ts';

/** Weighted means of named scalars over some steps, summed on the device: they are read only when somebody asks. */
export class Meter {
  readonly #sums = new Map<string, { sum: tf.Scalar; weight: number }>();

  /** Takes the scalars over and disposes them. */
  add(values: Readonly<Record<string, tf.Scalar>>, weight = 1): void {
    for (const [name, value] of Object.entries(values)) {
      const entry = this.#sums.get(name);
      const sum = tf.tidy(() => {
        const single = tf.cast(value, 'float32'); // whatever a metric counts in, a sum of it can be stored
        const term = weight === 1 ? single : tf.mul<tf.Scalar>(single, weight);
        return entry === undefined ? term : tf.add<tf.Scalar>(entry.sum, term);
      });
      this.#sums.set(name, { sum: tf.keep(sum), weight: (entry?.weight ?? 0) + weight });
      tf.dispose([value, ...(entry ? [entry.sum] : [])]);
    }
  }

  /** The means so far; starts anew. */
  async take(): Promise<Record<string, number>> {
    const entries = [...this.#sums];
    this.#sums.clear();
    try {
      const means = entries.map(async ([name, { sum, weight }]) => [name, (await sum.data())[0]! / weight] as const);
      return Object.fromEntries(await Promise.all(means));
    } finally {
      for (const [, { sum }] of entries) sum.dispose();
    }
  }

  /** The weight of each sum so far. */
  get weights(): Record<string, number> {
    return Object.fromEntries([...this.#sums].map(([name, { weight }]) => [name, weight]));
  }

  /** The sums so far, still its own. */
  get sums(): Map<string, tf.Scalar> {
    return new Map([...this.#sums].map(([name, { sum }]) => [name, sum]));
  }

  /** Goes on from stored sums, in their order. */
  resume(weights: Readonly<Record<string, number>>, sums: ReadonlyMap<string, HostTensor>): void {
    const scalar = { dtype: 'float32', shape: [] };
    const stored = toTensors(new Map(Object.keys(weights).map((name) => [name, scalar])), sums);
    for (const [name, sum] of stored) this.#sums.set(name, { sum: sum as tf.Scalar, weight: weights[name]! });
  }

  dispose(): void {
    for (const { sum } of this.#sums.values()) sum.dispose();
    this.#sums.clear();
  }
}
