import * as tf from '@tensorflow/tfjs-core';
import type { HostTensor } from '../io/format/host-tensor.ts';
import { toTensors } from '../io/restore.ts';
import { towards } from './towards.ts';
import type { Weights } from './weights.ts';

/**
 * The exponential moving average of a model's weights. The decay starts small, min(decay, (1 + n) / (10 + n)) at update n, so that
 * the random initial weights are soon forgotten.
 */
export class WeightAverage {
  readonly #decay: number;
  readonly #variables: ReadonlyMap<string, tf.Variable>;
  readonly #averages: Map<string, tf.Tensor>;
  #updates = 0;

  constructor(variables: ReadonlyMap<string, tf.Variable>, decay: number) {
    this.#decay = decay;
    this.#variables = variables;
    this.#averages = new Map([...variables].map(([path, variable]) => [path, tf.keep(tf.clone<tf.Tensor>(variable))]));
  }

  update(): void {
    const decay = Math.min(this.#decay, (1 + this.#updates) / (10 + this.#updates));
    this.#updates += 1;
    for (const [path, average] of this.#averages) {
      this.#averages.set(path, tf.keep(tf.tidy(() => towards(average, this.#variables.get(path)!, 1 - decay))));
      average.dispose();
    }
  }

  get updates(): number {
    return this.#updates;
  }

  /** The averages by path, still its own. */
  get averages(): ReadonlyMap<string, tf.Tensor> {
    return this.#averages;
  }

  /** Goes on from stored averages. */
  resume(updates: number, averages: ReadonlyMap<string, HostTensor>): void {
    const stored = toTensors(this.#averages, averages);
    this.dispose();
    for (const [path, average] of stored) this.#averages.set(path, average);
    this.#updates = updates;
  }

  async read(): Promise<Weights> {
    const entries = [...this.#averages].map(async ([path, average]) => {
      return [path, { shape: average.shape, values: ((await average.data()) as Float32Array).slice() }] as const;
    });
    return new Map(await Promise.all(entries));
  }

  dispose(): void {
    for (const average of this.#averages.values()) average.dispose();
    this.#averages.clear();
  }
}
