import { choice, fallbacks, realNumber, sizes, toggle, type ValuesOf, wholeNumber } from '../option.ts';
import { binarizeOption, dataOptions, learningRateOption, resumeOptions, runOptions } from '../training/options.ts';

/** What `train vae` can be told, in the order in which the help shows it. */
export const trainVaeOptions = {
  ...dataOptions('digits'),
  binarize: binarizeOption(),
  network: choice(['auto', 'mlp', 'conv'], 'auto', 'dense layers, or convolutions; auto: convolutions for pictures in colour'),
  hidden: sizes([400, 400], 'widths of the hidden layers (mlp)'),
  filters: sizes([32, 64], 'filters of the convolutions (conv)'),
  latent: wholeNumber(20, 'size of z', { min: 1, max: 4096 }),
  beta: realNumber(1, 'weight of the KL term; 1 is the plain VAE', { min: 0 }),
  'warm-up': wholeNumber(0, 'steps over which the weight of the KL term rises from 0', { min: 0 }),
  epochs: wholeNumber(20, 'passes over the training images', { min: 1 }),
  batch: wholeNumber(128, 'images in a step', { min: 1 }),
  'learning-rate': learningRateOption(1e-3),
  'likelihood-images': wholeNumber(500, 'test images whose log p(x) is estimated by importance sampling', { min: 1 }),
  'likelihood-samples': wholeNumber(100, 'draws of z an image for that', { min: 1 }),
  manifold: toggle(true, 'draw the 2-d manifold; trains a second, smaller VAE where --latent is not 2'),
  ...runOptions('runs/vae', 'where the model, the pictures and the report go'),
  ...resumeOptions(),
};

export type TrainVaeOptions = ValuesOf<typeof trainVaeOptions>;

export const trainVaeDefaults: TrainVaeOptions = fallbacks(trainVaeOptions);
