import { activationNames } from '@genmodels/core';
import { choice, fallbacks, realNumber, sizes, toggle, type ValuesOf, wholeNumber } from '../option.ts';
import {
  binarizeOption,
  conditionalOption,
  dataOptions,
  emaOption,
  resumeOptions,
  runOptions,
  stepsOption,
} from '../training/options.ts';

/** What `train vae` can be told, in the order in which the help shows it. */
export const trainVaeOptions = {
  ...dataOptions('digits'),
  binarize: binarizeOption(),
  conditional: conditionalOption('encoder and decoder'),
  network: choice(['auto', 'mlp', 'conv'], 'auto', 'dense layers, or convolutions; auto: convolutions for pictures in colour'),
  hidden: sizes([400, 400], 'widths of the hidden layers (mlp)'),
  filters: sizes([32, 64], 'filters of the convolutions (conv)'),
  activation: choice(activationNames, 'relu', 'between the layers'),
  latent: wholeNumber(20, 'size of z', { min: 1, max: 4096 }),
  'importance-samples': wholeNumber(1, 'draws of z an example in training: several train the importance-weighted bound', {
    min: 1,
    max: 1000,
  }),
  beta: realNumber(1, 'weight of the KL term; 1 is the plain VAE', { min: 0 }),
  'warm-up': wholeNumber(0, 'steps over which the weight of the KL term rises from 0', { min: 0 }),
  'free-bits': realNumber(0, 'nats of KL a dimension of z that cost nothing, against collapse', { min: 0 }),
  epochs: wholeNumber(20, 'passes over the training images', { min: 1 }),
  steps: stepsOption(),
  batch: wholeNumber(128, 'images in a step', { min: 1 }),
  'learning-rate': realNumber(1e-3, 'step size of Adam at the start', { min: 0 }),
  schedule: choice(['cosine', 'constant'], 'cosine', 'how the learning rate goes on: to 0, or as it is'),
  ema: emaOption(0),
  'likelihood-images': wholeNumber(500, 'test images whose log p(x) is estimated by importance sampling', { min: 1 }),
  'likelihood-samples': wholeNumber(100, 'draws of z an image for that; 5,000 in the papers', { min: 2 }),
  'compress-images': wholeNumber(100, 'test images that are made a file by bits back and read again; 0: none', { min: 0 }),
  manifold: toggle(true, 'draw the 2-d manifold; trains a second, smaller VAE where --latent is not 2'),
  ...runOptions('runs/vae', 'where the model, the pictures and the report go'),
  ...resumeOptions(),
};

export type TrainVaeOptions = ValuesOf<typeof trainVaeOptions>;

export const trainVaeDefaults: TrainVaeOptions = fallbacks(trainVaeOptions);
