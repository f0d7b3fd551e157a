import { adam, type Values } from '@genmodels/core';
import { shift, withLabelled } from '@genmodels/datasets';
import type { AdversarialAutoencoder } from '@genmodels/vae';
import { decimal, whole } from '../../report/numbers.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkpointsOf } from '../training/checkpoints.ts';
import { runTraining, type Training, type TrainingTask } from '../training/run-training.ts';
import type { AdversarialData } from './data.ts';
import type { TrainAdversarialOptions } from './options.ts';

/** Trains all phases under a bar, the two players at a rate of their own. */
export function train(
  model: AdversarialAutoencoder,
  data: AdversarialData,
  options: TrainAdversarialOptions,
  surroundings: Surroundings,
): Promise<Training> {
  const learner = adam({ learningRate: options['learning-rate'] });
  const player = adam({ learningRate: options['adversarial-rate'], beta1: 0.5 });
  const augment = options.augment.map(() => shift());
  const task: TrainingTask = {
    model,
    data,
    options,
    augment,
    optimizer: { reconstruction: learner, discriminator: player, generator: player, classification: learner },
    checkpoint: checkpointsOf(options),
    note: standing,
    ...accompaniedBy(data, options, augment),
  };
  return runTraining(task, surroundings);
}

/** Labelled examples in a step: all of a few. */
const mostLabelled = 100;

/** The labelled examples beside each batch, where there are some. */
function accompaniedBy(
  { labelled }: AdversarialData,
  { seed }: TrainAdversarialOptions,
  augment: NonNullable<TrainingTask['augment']>,
): Pick<TrainingTask, 'prepare'> {
  if (labelled === undefined) return {};
  const size = Math.min(mostLabelled, labelled.length);
  const beside = labelled.batches({ size, seed, ...(augment.length > 0 && { augment }) });
  return { prepare: (batches) => withLabelled(batches, beside) };
}

/** What is lost on the way through the code, and how the game over the codes stands. */
function standing(values: Values): string {
  const told = ['Real', 'Fake'].map((side) => whole(100 * values[`discriminator/z${side}Accuracy`]!));
  return `reconstruction ${decimal(values['reconstruction']!, 1)} nats, ${told[0]} % of draws and ${told[1]} % of codes told`;
}
