import { adam, countParameters } from '@genmodels/core';
import type { Colorizer } from '../../colorization/colorizer.ts';
import { decimal, whole } from '../../report/numbers.ts';
import type { Surroundings } from '../surroundings.ts';
import { runTraining, type Training } from '../training/run-training.ts';
import type { TrainingData } from '../training/training-data.ts';
import type { ColorizationOptions } from './options.ts';

/** Validation images that are looked at after every epoch: enough to see it learn. */
export const looked = 200;

/** Trains a colorizer on the pictures, in an order that depends on the seed alone. */
export async function learn(
  colorizer: Colorizer,
  data: TrainingData,
  options: ColorizationOptions,
  surroundings: Surroundings,
): Promise<Training> {
  const { batch, epochs, seed, 'learning-rate': learningRate } = options;
  const { terminal } = surroundings;
  terminal.say(`${whole(countParameters(colorizer))} weights; ${epochs} epochs`);
  const training = await runTraining(
    {
      model: colorizer,
      source: data.train.batches({ size: batch, seed }),
      batch,
      validation: data.validation.take(Math.min(looked, data.validation.length)),
      examples: data.examples,
      epochs,
      seed,
      optimizer: adam({ learningRate }),
      note: ({ likelihood }) => `${decimal(likelihood!)} nats`,
    },
    surroundings,
  );
  terminal.say(`${whole(training.steps)} steps, ${whole(training.seenNow / training.seconds)} images/s`);
  return training;
}
