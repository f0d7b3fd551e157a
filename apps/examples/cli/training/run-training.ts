import {
  type CheckpointOptions,
  cosine,
  type FitReport,
  fit,
  type Optimizer,
  type Trainable,
  type Values,
} from '@genmodels/core';
import type { Batches, Dataset } from '@genmodels/datasets';
import type { ExampleWord } from '../data/data-set.ts';
import type { Surroundings } from '../surroundings.ts';
import { courseOf } from './course.ts';

/** A finished or interrupted training. */
export interface Training extends FitReport {
  /** Examples that the model has seen, with repetitions. */
  readonly seen: number;
  /** Those that it has seen since the program was started, and the seconds that they took. */
  readonly seenNow: number;
  readonly seconds: number;
}

/** What is trained on what, and how. */
export interface TrainingTask {
  readonly model: Trainable;
  readonly source: Batches;
  /** Examples in one of its batches. */
  readonly batch: number;
  readonly validation: Dataset;
  /** Validation examples at a time: as many as there is memory for. @default 500 */
  readonly validationBatch?: number;
  /** As the bar calls the examples. */
  readonly examples: ExampleWord;
  readonly epochs: number;
  /** Ends after so many instead, at a learning rate of 0. @default 0, after the epochs */
  readonly steps?: number;
  /** Decay of the averaged weights that the report then holds. @default 0, none */
  readonly ema?: number;
  readonly seed: number;
  readonly optimizer: Optimizer;
  readonly checkpoint?: Pick<CheckpointOptions, 'to' | 'resume'> | undefined;
  /** What the bar says of the last losses. */
  note(values: Values): string;
}

/**
 * Trains under a bar, at a learning rate that falls to 0 along a cosine. After every epoch, or every eighth of a run of fewer, it looks
 * at the validation examples and stores a checkpoint, where one is wanted.
 */
export async function runTraining(task: TrainingTask, { terminal, signal }: Surroundings): Promise<Training> {
  const { model, source, batch: size, validation, validationBatch = 500, examples, seed, ema = 0 } = task;
  const { optimizer, checkpoint, note } = task;
  const { steps, lookEvery, reportEvery } = courseOf(task, source.stepsPerEpoch);
  const progress = terminal.progress({ total: steps * size, unit: examples });
  const start = performance.now();
  try {
    const report = await fit(model, source, {
      steps,
      seed,
      optimizer,
      schedule: cosine(),
      reportEvery,
      ...(ema > 0 && { ema }),
      validation: {
        source: validation.batches({ size: Math.min(validationBatch, validation.length), shuffle: false, partial: true }),
        every: lookEvery,
      },
      ...(checkpoint && { checkpoint: { ...checkpoint, every: lookEvery } }),
      callbacks: {
        onReport: ({ step, values }) => progress.update(step * size, note(values)),
        onResume: ({ step }) => progress.skipTo(step * size),
      },
      signal,
    });
    // The last report may be the mean of a few steps only, and would stand out as a spike.
    const history = report.history.filter(({ step }) => step % reportEvery === 0);
    const [seen, before] = [report.steps * size, (report.resumed?.step ?? 0) * size];
    return { ...report, history, seen, seenNow: seen - before, seconds: (performance.now() - start) / 1000 };
  } finally {
    progress.stop();
  }
}
