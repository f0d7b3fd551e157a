import * as tf from '@tensorflow/tfjs-core';
import type { Batch, BatchSource } from '../model.ts';

/** The batches of one step: made when first asked for, shared by the objectives, disposed together. */
export class StepBatches {
  readonly #source: BatchSource;
  readonly #first: number;
  readonly #batches = new Map<number, Batch>();

  constructor(source: BatchSource, step: number, batchesPerStep: number) {
    this.#source = source;
    this.#first = step * batchesPerStep;
  }

  async get(index: number): Promise<Batch> {
    const known = this.#batches.get(index);
    if (known !== undefined) return known;
    const batch = await this.#source.batch(this.#first + index);
    this.#batches.set(index, batch);
    return batch;
  }

  dispose(): void {
    for (const batch of this.#batches.values()) disposeBatch(batch);
    this.#batches.clear();
  }
}

export function disposeBatch({ x, labels, map, labelled }: Batch): void {
  tf.dispose([x, labels, map].filter((tensor) => tensor !== undefined));
  if (labelled !== undefined) disposeBatch(labelled);
}
