import * as tf from '@tensorflow/tfjs-core';

/** Means of named scalars over some steps, summed on the device: they are read only when somebody asks. */
export class Meter {
  readonly #sums = new Map<string, { sum: tf.Scalar; count: number }>();

  /** Takes the scalars over and disposes them. */
  add(values: Readonly<Record<string, tf.Scalar>>): void {
    for (const [name, value] of Object.entries(values)) {
      const entry = this.#sums.get(name);
      this.#sums.set(name, { sum: tf.keep(entry ? tf.add(entry.sum, value) : tf.clone(value)), count: (entry?.count ?? 0) + 1 });
      tf.dispose([value, ...(entry ? [entry.sum] : [])]);
    }
  }

  /** The means so far; starts anew. */
  async take(): Promise<Record<string, number>> {
    const entries = [...this.#sums];
    this.#sums.clear();
    try {
      const means = entries.map(async ([name, { sum, count }]) => [name, (await sum.data())[0]! / count] as const);
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
