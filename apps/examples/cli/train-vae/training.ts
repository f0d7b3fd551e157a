import { decimal } from '../../report/numbers.ts';
import type { Surroundings } from '../surroundings.ts';
import { runTraining, type Training, type TrainingOptions, type TrainingTask } from '../training/run-training.ts';
import { schedules } from '../training/schedules.ts';
import type { TrainVaeOptions } from './options.ts';

/** What is trained on what, and how. */
interface VaeTask extends Omit<TrainingTask, 'note' | 'schedule'> {
  readonly options: TrainingOptions & Pick<TrainVaeOptions, 'schedule'>;
}

/** Trains a VAE, whose loss the bar shows. */
export function train(task: VaeTask, surroundings: Surroundings): Promise<Training> {
  const schedule = schedules[task.options.schedule]();
  return runTraining({ ...task, schedule, note: ({ elbo }) => `loss ${decimal(elbo!)} nats` }, surroundings);
}
