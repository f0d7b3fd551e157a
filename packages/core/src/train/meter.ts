import * as tf from '@tensorflow/tfjs-core';

/** Weighted means of named scalars over some steps, summed on the device: they are read only when somebody asks. */
export class Meter {
  readonly #sums = new Map<string, { sum: tf.Scalar; weight: number }>();

  /** Takes the scalars over and disposes them. */
  add(values: Readonly<Record<string, tf.Scalar>>, weight = 1): void {
    for (const [name, value] of Object.entries(values)) {
      const entry = this.#sums.get(name);
      const sum = tf.tidy(() => {
        const term = weight === 1 ? tf.clone(value) : tf.mul<tf.Scalar>(value, weight);
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

  dispose(): void {
    for (const { sum } of this.#sums.values()) sum.dispose();
    this.#sums.clear();
  }
}
