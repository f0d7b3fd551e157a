import {
  type Batch,
  type BatchSource,
  check,
  checkCount,
  checkSeed,
  createRng,
  type DataSpec,
  drawPermutation,
  show,
} from '@genmodels/core';
import type { Augmentations } from '../augmentation/augment.ts';

/** Training shuffles and needs a seed for it; evaluation may go through the examples in their order, `shuffle: false`. */
export type BatchOptions = {
  /** Examples in a batch. */
  readonly size: number;
  /** Keeps the last batch of an epoch where it is smaller than the others. @default false: dropped, so that shapes stay constant */
  readonly partial?: boolean;
} & (
  | {
      readonly shuffle?: true;
      readonly seed: number;
      /** Random changes of pictures, in this order: `[flip(), shift({ pixels: 2 })]`. Sources for evaluation have none. */
      readonly augment?: Augmentations;
    }
  | { readonly shuffle: false; readonly seed?: number; readonly augment?: never }
);

/** A source whose batches are ready at once and whose epochs have an end. */
export interface Batches extends BatchSource {
  readonly stepsPerEpoch: number;
  batch(step: number): Batch;
}

/** What batches are made of. */
export interface BatchedExamples {
  readonly name: string;
  readonly spec: DataSpec;
  readonly length: number;
  /** Examples by index; `step` names the draw where they are drawn. */
  batch(indices: Uint32Array, step: number): Batch;
}

/** Batches of examples, pure in the step: step s belongs to epoch floor(s / stepsPerEpoch), and each epoch has its own order. */
export function createBatches(examples: BatchedExamples, options: BatchOptions): Batches {
  const { size, partial = false } = options;
  checkCount('size', size);
  if (!partial) checkFits(examples, size);
  const order = options.shuffle === false ? inOrder(examples.length) : shuffled(examples.length, options.seed);
  const stepsPerEpoch = countSteps(examples.length, size, partial);
  return {
    spec: examples.spec,
    stepsPerEpoch,
    batch(step) {
      checkStep(step);
      const first = (step % stepsPerEpoch) * size;
      return examples.batch(order(Math.floor(step / stepsPerEpoch)).subarray(first, first + size), step);
    },
  };
}

export function countSteps(length: number, size: number, partial: boolean): number {
  return partial ? Math.ceil(length / size) : Math.floor(length / size);
}

export function checkStep(step: number): void {
  check(
    Number.isSafeInteger(step) && step >= 0,
    'invalid-argument',
    () => `step must be an integer of at least 0, got ${show(step)}`,
  );
}

/** Whether there is a whole batch. */
export function checkFits({ name, length }: { readonly name: string; readonly length: number }, size: number): void {
  check(
    size <= length,
    'invalid-argument',
    () =>
      `a batch of ${size} needs at least ${size} examples, but ${show(name)} has ${length}: take a smaller size, or set partial: true`,
  );
}

function inOrder(length: number): (epoch: number) => Uint32Array {
  const order = Uint32Array.from({ length }, (_, i) => i);
  return () => order;
}

/** A permutation an epoch. The last one is kept, so that an epoch shuffles once. */
function shuffled(length: number, seed: number): (epoch: number) => Uint32Array {
  checkSeed(seed);
  const rng = createRng(seed).fork('order');
  let last: { epoch: number; order: Uint32Array } = { epoch: -1, order: new Uint32Array() };
  return (epoch) => {
    if (epoch !== last.epoch) last = { epoch, order: drawPermutation(length, rng.fork(epoch)) };
    return last.order;
  };
}
