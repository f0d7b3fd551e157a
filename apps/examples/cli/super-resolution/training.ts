import { countParameters } from '@genmodels/core';
import { whole } from '../../report/numbers.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkpointsOf } from '../training/checkpoints.ts';
import { lengthOf } from '../training/course.ts';
import { sayTraining } from '../training/end-training.ts';
import type { Training } from '../training/run-training.ts';
import { trainLikelihood } from '../training/train-likelihood.ts';
import type { TrainingData } from '../training/training-data.ts';
import type { Contestants } from './contestants.ts';
import type { SuperResolutionOptions } from './options.ts';

/** Trains either of the two models: both see the same batches in the same order. */
export async function learn(
  name: keyof Contestants,
  models: Contestants,
  data: TrainingData,
  options: SuperResolutionOptions,
  surroundings: Surroundings,
): Promise<Training> {
  const { terminal } = surroundings;
  const model = models[name];
  terminal.say(`${whole(countParameters(model))} weights; ${lengthOf(options)}`);
  const checkpoint = checkpointsOf(options, name);
  const training = await trainLikelihood({ model, data, options, checkpoint }, surroundings);
  sayTraining(training, options, data, terminal);
  return training;
}
