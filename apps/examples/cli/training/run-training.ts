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
  /** As the bar calls the examples. */
  readonly examples: ExampleWord;
  readonly epochs: number;
  readonly seed: number;
  readonly optimizer: Optimizer;
  readonly checkpoint?: Pick<CheckpointOptions, 'to' | 'resume'> | undefined;
  /** What the bar says of the last losses. */
  note(values: Values): string;
}

/**
 * Trains under a bar, at a learning rate that falls to 0 along a cosine, with a look at the validation examples, and a checkpoint
 * where one is wanted, after every epoch.
 */
export async function runTraining(task: TrainingTask, { terminal, signal }: Surroundings): Promise<Training> {
  const { model, source, batch: size, validation, examples, epochs, seed, optimizer, checkpoint, note } = task;
  const { stepsPerEpoch } = source;
  const reportEvery = Math.max(1, Math.min(20, Math.floor(stepsPerEpoch / 5)));
  const progress = terminal.progress({ total: epochs * stepsPerEpoch * size, unit: examples });
  const start = performance.now();
  try {
    const report = await fit(model, source, {
      epochs,
      seed,
      optimizer,
      schedule: cosine(),
      reportEvery,
      validation: {
        source: validation.batches({ size: Math.min(500, validation.length), shuffle: false }),
        every: stepsPerEpoch,
      },
      ...(checkpoint && { checkpoint: { ...checkpoint, every: stepsPerEpoch } }),
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
