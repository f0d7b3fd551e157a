import { countParameters, type Trainable } from '@genmodels/core';
import { whole } from '../../report/numbers.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Training } from '../training/run-training.ts';
import { trainLikelihood } from '../training/train-likelihood.ts';
import type { TrainingData } from '../training/training-data.ts';
import { paceWords } from '../training/training-words.ts';
import type { SuperResolutionOptions } from './options.ts';

/** Trains either of the two models: both see the same batches in the same order. */
export async function learn(
  model: Trainable,
  data: TrainingData,
  options: SuperResolutionOptions,
  surroundings: Surroundings,
): Promise<Training> {
  const training = await trainLikelihood({ model, data, options }, surroundings);
  surroundings.terminal.say(`${whole(countParameters(model))} weights, ${paceWords(training, data)}`);
  return training;
}
