import {
  adam,
  type CheckpointOptions,
  cosine,
  type FitOptions,
  type FitReport,
  fit,
  type Schedule,
  type Trainable,
  type Values,
  writeWeights,
} from '@genmodels/core';
import type { Augmentation, Batches, Dataset } from '@genmodels/datasets';
import type { Surroundings } from '../surroundings.ts';
import { courseOf, type Length } from './course.ts';
import type { TrainingData } from './training-data.ts';

/** A finished or interrupted training. */
export interface Training extends FitReport {
  /** Examples that the model has seen, with repetitions. */
  readonly seen: number;
  /** Those that it has seen since the program was started, and the seconds that they took. */
  readonly seenNow: number;
  readonly seconds: number;
}

/** What a command is told of a training. */
export interface TrainingOptions extends Length {
  /** Examples in a step. */
  readonly batch: number;
  readonly 'learning-rate': number;
  /** Decay of averaged weights, which the model holds in the end. @default 0, none */
  readonly ema?: number;
  readonly seed: number;
}

/** What is trained on what, and how. */
export interface TrainingTask {
  readonly model: Trainable;
  readonly data: Pick<TrainingData, 'train' | 'validation' | 'examples'>;
  readonly options: TrainingOptions;
  /** Random changes of the training pictures. @default none */
  readonly augment?: readonly Augmentation[];
  /** What becomes of the training batches on their way to the model. @default nothing */
  readonly prepare?: (batches: Batches) => Batches;
  /** @default adam, with the learning rate of the options */
  readonly optimizer?: NonNullable<FitOptions['optimizer']>;
  /** Factor on the learning rate. @default cosine(), which falls to 0 */
  readonly schedule?: Schedule;
  /** Batches that a step reads: one for each update of a critic. @default 1 */
  readonly batchesPerStep?: number;
  /** Whether the losses on validation examples say anything. @default true */
  readonly validated?: boolean;
  /** Validation examples at a time: as many as there is memory for. @default 500 */
  readonly validationBatch?: number;
  readonly checkpoint?: Pick<CheckpointOptions, 'to' | 'resume'> | undefined;
  /** What the bar says of the last losses. */
  note(values: Values): string;
}

/**
 * Trains under a bar, in an order that depends on the seed alone. After every epoch, or every eighth of a run of fewer, it looks at
 * the validation examples and stores a checkpoint, where one is wanted.
 */
export async function runTraining(task: TrainingTask, { terminal, signal }: Surroundings): Promise<Training> {
  const { model, data, options, augment = [], batchesPerStep = 1, validated = true, checkpoint, note } = task;
  const { batch, ema = 0, seed, 'learning-rate': learningRate } = options;
  const batches = data.train.batches({ size: batch, seed, ...(augment.length > 0 && { augment }) });
  const source = task.prepare?.(batches) ?? batches;
  const { steps, lookEvery, reportEvery } = courseOf(options, source.stepsPerEpoch / batchesPerStep);
  const size = batch * batchesPerStep;
  const progress = terminal.progress({ total: steps * size, unit: data.examples });
  const start = performance.now();
  try {
    const report = await fit(model, source, {
      steps,
      seed,
      optimizer: task.optimizer ?? adam({ learningRate }),
      schedule: task.schedule ?? cosine(),
      reportEvery,
      ...(ema > 0 && { ema }),
      ...(validated && { validation: { source: inOrder(data.validation, task.validationBatch ?? 500), every: lookEvery } }),
      ...(checkpoint && { checkpoint: { ...checkpoint, every: lookEvery } }),
      callbacks: {
        onReport: ({ step, values }) => progress.update(step * size, note(values)),
        onResume: ({ step }) => progress.skipTo(step * size),
      },
      signal,
    });
    if (report.ema) writeWeights(model, report.ema); // what the last weights were is in the checkpoints
    // The last report may be the mean of a few steps only, and would stand out as a spike.
    const history = report.history.filter(({ step }) => step % reportEvery === 0);
    const [seen, before] = [report.steps * size, (report.resumed?.step ?? 0) * size];
    return { ...report, history, seen, seenNow: seen - before, seconds: (performance.now() - start) / 1000 };
  } finally {
    progress.stop();
  }
}

function inOrder(data: Dataset, size: number): Batches {
  return data.batches({ size: Math.min(size, data.length), shuffle: false, partial: true });
}
