import { adam, type CheckpointOptions } from '@genmodels/core';
import type { Vae } from '@genmodels/vae';
import { decimal } from '../../report/numbers.ts';
import type { Surroundings } from '../surroundings.ts';
import { runTraining, type Training } from '../training/run-training.ts';
import type { TrainingData } from '../training/training-data.ts';
import type { TrainVaeOptions } from './options.ts';

type TrainingOptions = Pick<TrainVaeOptions, 'batch' | 'epochs' | 'learning-rate' | 'seed'>;

/** Trains under a bar that shows the loss. */
export function train(
  vae: Vae,
  data: TrainingData,
  options: TrainingOptions,
  surroundings: Surroundings,
  checkpoint?: Pick<CheckpointOptions, 'to' | 'resume'>,
): Promise<Training> {
  const { batch, epochs, seed, 'learning-rate': learningRate } = options;
  const task = {
    model: vae,
    source: data.train.batches({ size: batch, seed }),
    batch,
    validation: data.validation,
    examples: data.examples,
    epochs,
    seed,
    optimizer: adam({ learningRate }),
    checkpoint,
    note: (values: Readonly<Record<string, number>>) => `loss ${decimal(values['elbo']!)} nats`,
  };
  return runTraining(task, surroundings);
}
