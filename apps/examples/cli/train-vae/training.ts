import { decimal } from '../../report/numbers.ts';
import type { Surroundings } from '../surroundings.ts';
import { runTraining, type Training, type TrainingTask } from '../training/run-training.ts';

/** Trains a VAE, whose loss the bar shows. */
export function train(task: Omit<TrainingTask, 'note'>, surroundings: Surroundings): Promise<Training> {
  return runTraining({ ...task, note: ({ elbo }) => `loss ${decimal(elbo!)} nats` }, surroundings);
}
