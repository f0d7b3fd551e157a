import { adam, type CheckpointOptions, cosine, type FitReport, fit } from '@genmodels/core';
import type { Vae } from '@genmodels/vae';
import { decimal } from '../../report/numbers.ts';
import type { Surroundings } from '../surroundings.ts';
import type { TrainingData } from './data.ts';
import type { TrainVaeOptions } from './options.ts';

/** A finished or interrupted training. */
export interface Training extends FitReport {
  /** Examples that the model has seen, with repetitions. */
  readonly seen: number;
  /** Those that it has seen since the program was started, and the seconds that they took. */
  readonly seenNow: number;
  readonly seconds: number;
}

type TrainingOptions = Pick<TrainVaeOptions, 'batch' | 'epochs' | 'learning-rate' | 'seed'>;

/** Trains under a bar that shows the loss, with a look at the validation examples, and a checkpoint where one is wanted, after every epoch. */
export async function train(
  vae: Vae,
  data: TrainingData,
  options: TrainingOptions,
  { terminal, signal }: Surroundings,
  checkpoint?: Pick<CheckpointOptions, 'to' | 'resume'>,
): Promise<Training> {
  const { batch: size, epochs, seed, 'learning-rate': learningRate } = options;
  const source = data.train.batches({ size, seed });
  const stepsPerEpoch = source.stepsPerEpoch!;
  const reportEvery = Math.max(1, Math.min(20, Math.floor(stepsPerEpoch / 5)));
  const progress = terminal.progress({ total: epochs * stepsPerEpoch * size, unit: data.examples });
  const start = performance.now();
  try {
    const report = await fit(vae, source, {
      epochs,
      seed,
      optimizer: adam({ learningRate }),
      schedule: cosine(),
      reportEvery,
      validation: {
        source: data.validation.batches({ size: Math.min(500, data.validation.length), shuffle: false }),
        every: stepsPerEpoch,
      },
      ...(checkpoint && { checkpoint: { ...checkpoint, every: stepsPerEpoch } }),
      callbacks: {
        onReport: ({ step, values }) => progress.update(step * size, `loss ${decimal(values['elbo']!)} nats`),
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
