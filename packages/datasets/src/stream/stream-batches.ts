import { type Batch, type BatchSource, check, checkCount, checkSeed, createRng, type DataSpec } from '@genmodels/core';
import { createAugment } from '../augmentation/augment.ts';
import { type BatchOptions, checkFits, checkStep, countSteps } from '../dataset/batches.ts';
import { checkExamples, type Example, type Examples } from '../dataset/example.ts';
import { batcher } from './batcher.ts';
import { PassReader } from './pass-reader.ts';
import { shuffleWindow } from './shuffle-window.ts';

export type StreamBatchOptions = BatchOptions & {
  /** Examples in memory among which the next is drawn, where they are shuffled. @default 1000 */
  readonly window?: number;
};

/** A source that reads while it is used. `stepsPerEpoch` is there where the stream says its length. */
export interface StreamBatches extends BatchSource {
  batch(step: number): Promise<Batch>;
  /** Closes what is open. Batches asked for from now on reject with 'disposed'. */
  close(): Promise<void>;
}

/** What batches are read from. */
export interface StreamedExamples {
  readonly name: string;
  readonly spec: DataSpec;
  readonly length?: number | undefined;
  open(): Examples;
}

export function createStreamBatches(stream: StreamedExamples, options: StreamBatchOptions): StreamBatches {
  const { name, spec, length } = stream;
  const { size, partial = false } = options;
  checkCount('size', size);
  if (length !== undefined && !partial) checkFits({ name, length }, size);
  const reader = new PassReader({ name, size, partial, length, open: opener(stream, options) });
  const toBatch = batcher(spec, options.augment && createAugment(options.augment, options.seed, name, spec));
  return {
    spec,
    ...(length !== undefined && { stepsPerEpoch: countSteps(length, size, partial) }),
    ...inTurn(reader, async (step) => toBatch(await reader.read(step), step)),
  };
}

/** How an epoch begins: in the order of the stream, or through a window with an order of the epoch's own. */
function opener({ open, spec }: StreamedExamples, options: StreamBatchOptions): (epoch: number) => AsyncGenerator<Example> {
  if (options.shuffle === false) return () => checkExamples(open(), spec);
  const { seed, window = 1000 } = options;
  checkSeed(seed);
  checkCount('window', window);
  const rng = createRng(seed).fork('window');
  return (epoch) => shuffleWindow(checkExamples(open(), spec), window, rng.fork(epoch));
}

/** One batch after another, in the order in which they were asked for: they share what they read from. */
function inTurn(reader: PassReader, read: (step: number) => Promise<Batch>): Pick<StreamBatches, 'batch' | 'close'> {
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  const queue = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => {}); // whoever asked has the error
    return result;
  };
  return {
    batch: (step) =>
      queue(async () => {
        check(!closed, 'disposed', () => 'these batches are closed: make new ones with batches()');
        checkStep(step);
        return read(step);
      }),
    close: () => {
      closed = true;
      return queue(() => reader.close());
    },
  };
}
