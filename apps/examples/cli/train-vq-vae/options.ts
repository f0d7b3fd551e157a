import { fallbacks, realNumber, type ValuesOf, wholeNumber } from '../option.ts';
import {
  binarizeOption,
  conditionalOption,
  dataOptions,
  emaOption,
  learningRateOption,
  resumeOptions,
  runOptions,
  stepsOption,
} from '../training/options.ts';

/** What `train vq-vae` can be told, in the order in which the help shows it. */
export const trainVqVaeOptions = {
  ...dataOptions('digits'),
  binarize: binarizeOption(),
  conditional: conditionalOption('the prior'),
  entries: wholeNumber(256, 'vectors of the codebook', { min: 2, max: 256 }),
  dimensions: wholeNumber(32, 'numbers in a vector', { min: 1, max: 1024 }),
  width: wholeNumber(32, 'channels of encoder and decoder', { min: 1, max: 1024 }),
  halvings: wholeNumber(3, 'times that the image is halved: 3 make 4 x 4 codes of 28 x 28 pixels, 2 make 7 x 7', {
    min: 1,
    max: 8,
  }),
  epochs: wholeNumber(10, 'passes over the training images', { min: 1 }),
  steps: stepsOption(),
  batch: wholeNumber(64, 'images in a step', { min: 1 }),
  'learning-rate': learningRateOption(2e-3),
  'prior-filters': wholeNumber(64, 'channels of a layer of the prior', {
    min: 1,
  }),
  'prior-layers': wholeNumber(4, 'layers of the prior after the first', { min: 0, max: 100 }),
  'prior-epochs': wholeNumber(20, 'passes of the prior over the codes', { min: 1 }),
  'prior-steps': stepsOption(),
  'prior-batch': wholeNumber(64, 'images whose codes are in a step of the prior', { min: 1 }),
  'prior-learning-rate': learningRateOption(3e-3, 'the prior’s Adam'),
  'prior-ema': emaOption(0.999),
  temperature: realNumber(1, 'spread of the codes that are drawn; below 1 the likely ones come more often', { min: 0 }),
  'evaluation-samples': wholeNumber(10_000, 'samples that are judged', { min: 10, max: 50_000 }),
  ...runOptions('runs/vq-vae', 'where the models, the pictures and the report go'),
  ...resumeOptions(),
};

export type TrainVqVaeOptions = ValuesOf<typeof trainVqVaeOptions>;

export const trainVqVaeDefaults: TrainVqVaeOptions = fallbacks(trainVqVaeOptions);
