import { countParameters } from '@genmodels/core';
import { whole } from '../../report/numbers.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkpointsOf } from '../training/checkpoints.ts';
import { lengthOf } from '../training/course.ts';
import { sayTraining } from '../training/end-training.ts';
import type { Training } from '../training/run-training.ts';
import { trainLikelihood } from '../training/train-likelihood.ts';
import type { TrainingData } from '../training/training-data.ts';
import type { Colorizers } from './both.ts';
import type { ColorizationOptions } from './options.ts';

/** Validation images that are looked at after every epoch: enough to see it learn. */
export const looked = 200;

/** Trains one of the colorizers on the pictures. */
export async function learn(
  name: keyof Colorizers,
  colorizers: Colorizers,
  data: TrainingData,
  options: ColorizationOptions,
  surroundings: Surroundings,
): Promise<Training> {
  const { terminal } = surroundings;
  const model = colorizers[name];
  terminal.say(`${whole(countParameters(model))} weights; ${lengthOf(options)}`);
  const validation = data.validation.take(Math.min(looked, data.validation.length));
  const checkpoint = checkpointsOf(options, name);
  const training = await trainLikelihood({ model, data: { ...data, validation }, options, checkpoint }, surroundings);
  sayTraining(training, options, data, terminal);
  return training;
}
