import { fallbacks, realNumber, sizes, type ValuesOf, wholeNumber } from '../option.ts';
import { trainVaeOptions } from '../train-vae/options.ts';
import { dataOptions, learningRateOption, resumeOptions, runOptions } from '../training/options.ts';

const { network, hidden, filters } = trainVaeOptions;

/** What `probe-features` can be told, in the order in which the help shows it. */
export const probeFeaturesOptions = {
  ...dataOptions('digits', 'pictures with classes'),
  labels: sizes([100, 1000], 'labelled images that a probe learns from; all there are come last'),
  draws: wholeNumber(5, 'random choices of so few labelled images, whose mean and spread are told', { min: 2, max: 100 }),
  network,
  hidden,
  filters,
  latent: wholeNumber(50, 'size of the VAE’s z, and of the autoencoder’s code', { min: 1, max: 4096 }),
  corruption: realNumber(0.3, 'share of an image’s pixels that the autoencoder learns to do without', { min: 0, max: 0.99 }),
  epochs: wholeNumber(20, 'passes over the training images, of the VAE and of the autoencoder', { min: 1 }),
  batch: wholeNumber(128, 'images in a step of theirs', { min: 1 }),
  'learning-rate': learningRateOption(1e-3),
  'gan-width': wholeNumber(16, 'channels of the GAN next to the picture', { min: 1, max: 1024 }),
  'gan-steps': wholeNumber(2000, 'steps of the GAN, of 64 images each', { min: 1 }),
  ...runOptions('runs/probe-features', 'where the models, the picture and the report go'),
  ...resumeOptions(),
};

export type ProbeFeaturesOptions = ValuesOf<typeof probeFeaturesOptions>;

export const probeFeaturesDefaults: ProbeFeaturesOptions = fallbacks(probeFeaturesOptions);
