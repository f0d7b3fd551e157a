import { countParameters, save, type Values } from '@genmodels/core';
import type { VqVae } from '@genmodels/vae';
import { decimal, whole } from '../../report/numbers.ts';
import { modelFile } from '../model-file.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkpointsOf } from '../training/checkpoints.ts';
import type { ConditionalData } from '../training/conditional-data.ts';
import { lengthOf } from '../training/course.ts';
import { sayTraining } from '../training/end-training.ts';
import { runTraining, type Training, type TrainingOptions } from '../training/run-training.ts';
import { trainLikelihood } from '../training/train-likelihood.ts';
import type { Models } from './models.ts';
import { numberEntries } from './number-entries.ts';
import type { TrainVqVaeOptions } from './options.ts';
import { priorFile } from './prior-file.ts';

/** Trains the VQ-VAE and saves it at once, its entries numbered as the prior will know them. */
export async function learnCodes(
  model: VqVae,
  data: ConditionalData,
  options: TrainVqVaeOptions,
  surroundings: Surroundings,
): Promise<Training> {
  const { terminal } = surroundings;
  const grid = model.grid.join(' x ');
  terminal.say(`${whole(countParameters(model))} weights, ${grid} codes of ${options.entries}; ${lengthOf(options)}`);
  const note = ({ 'vq-vae': loss, 'vq-vae/perplexity': used }: Values) =>
    `loss ${decimal(loss!)} nats, as varied as ${whole(used!)} entries`;
  const checkpoint = checkpointsOf(options, 'codes');
  const training = await runTraining({ model, data, options, checkpoint, note }, surroundings);
  await numberEntries(model.codebook);
  await save(model, modelFile(options));
  sayTraining(training, options, data, terminal);
  return training;
}

/** Trains the prior on the codes, and saves it at once. */
export async function learnPrior(
  { prior, codes }: Pick<Models, 'prior' | 'codes'>,
  options: TrainVqVaeOptions,
  surroundings: Surroundings,
): Promise<Training> {
  const { terminal } = surroundings;
  const course = priorCourse(options);
  terminal.say(`${whole(countParameters(prior))} weights; ${lengthOf(course)}`);
  const checkpoint = checkpointsOf(options, 'prior');
  const training = await trainLikelihood({ model: prior, data: codes, options: course, checkpoint }, surroundings);
  await save(prior, priorFile(options));
  sayTraining(training, options, codes, terminal);
  return training;
}

/** What the options say of the prior's training. */
export function priorCourse(options: TrainVqVaeOptions): TrainingOptions {
  return {
    epochs: options['prior-epochs'],
    steps: options['prior-steps'],
    batch: options['prior-batch'],
    'learning-rate': options['prior-learning-rate'],
    ema: options['prior-ema'],
    seed: options.seed,
  };
}
