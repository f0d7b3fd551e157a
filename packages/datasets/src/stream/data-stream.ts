import { check, checkCount, type DataSpec, show } from '@genmodels/core';
import { Dataset } from '../dataset/dataset.ts';
import type { Examples } from '../dataset/example.ts';
import type { ExamplesOptions } from '../dataset/from/dataset-options.ts';
import type { AnnotatedExample } from '../dataset/from/iterable.ts';
import { readSpec } from '../dataset/from/read-spec.ts';
import { createStreamBatches, type StreamBatches, type StreamBatchOptions } from './stream-batches.ts';

export interface DataStreamOptions extends ExamplesOptions {
  /**
   * Begins a pass over the data: the same examples in the same order at every call, such as a new call of an async generator. It
   * is called once an epoch, and once more for each step that is asked for out of order.
   */
  open(): Examples<AnnotatedExample>;
  /** How many examples a pass gives, where it is known: with it, training can count in epochs. */
  readonly length?: number;
}

/** Examples that are read while they are used, for data larger than memory. */
export class DataStream {
  readonly name: string;
  readonly spec: DataSpec;
  /** How many examples, where it was given. */
  readonly length?: number;
  readonly #open: () => Examples<AnnotatedExample>;

  private constructor(options: DataStreamOptions) {
    this.name = options.name ?? 'data';
    this.spec = readSpec(options);
    if (options.length !== undefined) this.length = options.length;
    this.#open = () => options.open();
  }

  /** Opens nothing yet. */
  static from(options: DataStreamOptions): DataStream {
    if (options.length !== undefined) checkCount('length', options.length);
    return new DataStream(options);
  }

  /**
   * Batches for `fit`: the same step always gives the same batch. Steps in order read on; a step out of order reads its epoch
   * from the start, which is right and slow, so two readers had better have sources of their own. An epoch goes through a
   * shuffle window with an order of its own. In memory are the window, a batch, and what the stream itself holds.
   *
   * A batch rejects with 'invalid-shape' or 'invalid-value' where an example does not fit, or the passes differ in length, and
   * with whatever the stream throws. `close()` when done.
   */
  batches(options: StreamBatchOptions): StreamBatches {
    const { name, spec, length } = this;
    return createStreamBatches({ name, spec, length, open: this.#open }, options);
  }

  /** The first `count` examples, in memory. */
  async take(count: number): Promise<Dataset> {
    checkCount('count', count);
    const { name, spec } = this;
    const taken = await Dataset.from({ ...spec, name, values: firstOf(this.#open(), count) });
    check(
      taken.length === count,
      'invalid-argument',
      () => `count must be at most the ${taken.length} examples of ${show(name)}, got ${count}`,
    );
    return taken;
  }
}

async function* firstOf<T>(items: AsyncIterable<T> | Iterable<T>, count: number): AsyncGenerator<T> {
  let given = 0;
  for await (const item of items) {
    yield item;
    if (++given === count) return;
  }
}
