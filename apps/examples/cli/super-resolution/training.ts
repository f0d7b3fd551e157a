import { adam, countParameters, type Trainable } from '@genmodels/core';
import { decimal, whole } from '../../report/numbers.ts';
import type { Surroundings } from '../surroundings.ts';
import { runTraining, type Training } from '../training/run-training.ts';
import type { TrainingData } from '../training/training-data.ts';
import type { SuperResolutionOptions } from './options.ts';

/** Trains either of the two models: both see the same batches in the same order. */
export async function learn(
  model: Trainable,
  data: TrainingData,
  { batch, steps, seed, 'learning-rate': learningRate }: SuperResolutionOptions,
  surroundings: Surroundings,
): Promise<Training> {
  const training = await runTraining(
    {
      model,
      source: data.train.batches({ size: batch, seed }),
      batch,
      validation: data.validation,
      examples: data.examples,
      epochs: 1,
      steps,
      seed,
      optimizer: adam({ learningRate }),
      note: ({ likelihood }) => `${decimal(likelihood!)} nats`,
    },
    surroundings,
  );
  const speed = whole(training.seenNow / training.seconds);
  surroundings.terminal.say(`${whole(countParameters(model))} weights, ${whole(training.steps)} steps, ${speed} images/s`);
  return training;
}
