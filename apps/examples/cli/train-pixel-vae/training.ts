import type { Values } from '@genmodels/core';
import { decimal } from '../../report/numbers.ts';
import type { Surroundings } from '../surroundings.ts';
import { runTraining, type Training, type TrainingTask } from '../training/run-training.ts';

/** Trains a VAE of either kind. The bar shows its loss, and what z has of it. */
export function train(task: Omit<TrainingTask, 'note' | 'validationBatch'>, surroundings: Surroundings): Promise<Training> {
  const note = ({ elbo, 'elbo/kl': kl }: Values) => `loss ${decimal(elbo!)} nats, of which KL ${decimal(kl!, 1)}`;
  return runTraining({ ...task, validationBatch: 100, note }, surroundings);
}
