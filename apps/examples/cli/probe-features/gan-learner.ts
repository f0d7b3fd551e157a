import { buildGan } from '../train-gan/build-gan.ts';
import { type TrainGanOptions, trainGanDefaults } from '../train-gan/options.ts';
import { train } from '../train-gan/training.ts';
import { checkpointsOf } from '../training/checkpoints.ts';
import type { ClassifiedImages } from './data.ts';
import type { Learner } from './learner.ts';
import type { ProbeFeaturesOptions } from './options.ts';

/** What a discriminator sees in images: the values of which its score is the weighted sum. */
export function ganLearner(data: ClassifiedImages, options: ProbeFeaturesOptions): Learner {
  const ganOptions = ganOptionsOf(data, options);
  const gan = buildGan(data, ganOptions);
  return {
    model: gan,
    train: (surroundings) => train(gan, data, ganOptions, surroundings, checkpointsOf(options, 'gan')),
    features: (images) => gan.features(images),
  };
}

/** Those of `train gan` but for what `probe-features` is told. */
export function ganOptionsOf({ train }: Pick<ClassifiedImages, 'train'>, options: ProbeFeaturesOptions): TrainGanOptions {
  const { 'gan-width': width, 'gan-steps': steps, seed } = options;
  return { ...trainGanDefaults, width, steps, seed, batch: Math.min(trainGanDefaults.batch, train.length) };
}
