import { countParameters } from '@genmodels/core';
import type { Colorizer } from '../../colorization/colorizer.ts';
import { whole } from '../../report/numbers.ts';
import type { Surroundings } from '../surroundings.ts';
import { lengthOf } from '../training/course.ts';
import type { Training } from '../training/run-training.ts';
import { trainLikelihood } from '../training/train-likelihood.ts';
import type { TrainingData } from '../training/training-data.ts';
import { paceWords } from '../training/training-words.ts';
import type { ColorizationOptions } from './options.ts';

/** Validation images that are looked at after every epoch: enough to see it learn. */
export const looked = 200;

/** Trains a colorizer on the pictures. */
export async function learn(
  colorizer: Colorizer,
  data: TrainingData,
  options: ColorizationOptions,
  surroundings: Surroundings,
): Promise<Training> {
  const { terminal } = surroundings;
  terminal.say(`${whole(countParameters(colorizer))} weights; ${lengthOf(options)}`);
  const validation = data.validation.take(Math.min(looked, data.validation.length));
  const training = await trainLikelihood({ model: colorizer, data: { ...data, validation }, options }, surroundings);
  terminal.say(paceWords(training, data));
  return training;
}
