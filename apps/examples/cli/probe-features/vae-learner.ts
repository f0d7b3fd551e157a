import * as tf from '@tensorflow/tfjs-core';
import { isInk } from '../../report/is-ink.ts';
import { binarizePart } from '../data/binarize-part.ts';
import { buildVae } from '../train-vae/build-vae.ts';
import { trainVaeDefaults } from '../train-vae/options.ts';
import { train } from '../train-vae/training.ts';
import { checkpointsOf } from '../training/checkpoints.ts';
import type { ClassifiedImages } from './data.ts';
import type { Learner } from './learner.ts';
import type { ProbeFeaturesOptions } from './options.ts';

/** The mean of q(z given x). Grey pictures are binarized anew in every batch while it learns; its features are of the grey ones. */
export function vaeLearner(data: ClassifiedImages, options: ProbeFeaturesOptions): Learner {
  const mode = isInk(data.spec) ? 'dynamic' : 'none';
  const part = (name: 'train' | 'validation') => binarizePart(data[name], name, mode, options.seed);
  const seen = { ...data, train: part('train'), validation: part('validation') };
  const vaeOptions = { ...trainVaeDefaults, ...options };
  const vae = buildVae({ spec: seen.train.spec }, vaeOptions);
  return {
    model: vae,
    train: (surroundings) =>
      train({ model: vae, data: seen, options: vaeOptions, checkpoint: checkpointsOf(options, 'vae') }, surroundings),
    features: (images) => tf.tidy(() => vae.encode(images).mean),
  };
}
