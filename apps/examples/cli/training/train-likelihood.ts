import { decimal } from '../../report/numbers.ts';
import type { Surroundings } from '../surroundings.ts';
import { runTraining, type Training, type TrainingTask } from './run-training.ts';

/** Trains a model whose loss is -log p(x), which the bar shows. */
export function trainLikelihood(task: Omit<TrainingTask, 'note'>, surroundings: Surroundings): Promise<Training> {
  return runTraining({ ...task, note: ({ likelihood }) => `${decimal(likelihood!)} nats` }, surroundings);
}
