import { choice, fallbacks, orAuto, realNumber, type ValuesOf, wholeNumber } from '../option.ts';
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
import { modelNames } from './models.ts';

/** What `train pixelcnn` can be told, in the order in which the help shows it. */
export const trainPixelcnnOptions = {
  model: choice(modelNames, 'gated', 'which network says the next pixel'),
  ...dataOptions('digits'),
  binarize: binarizeOption(),
  conditional: conditionalOption('the model'),
  filters: orAuto(wholeNumber(0, 'channels of a layer; auto: as many as the model has by itself', { min: 1 })),
  layers: orAuto(wholeNumber(0, 'layers, or blocks; auto: 2 blocks a stage of plus-plus, 7 of others', { min: 0, max: 100 })),
  dropout: orAuto(realNumber(0, 'share of the features that a step leaves out (plus-plus); auto: a half', { min: 0, max: 0.99 })),
  epochs: wholeNumber(10, 'passes over the training images', { min: 1 }),
  steps: stepsOption(),
  batch: wholeNumber(16, 'images in a step', { min: 1 }),
  'learning-rate': learningRateOption(1e-3),
  ema: emaOption(0),
  'likelihood-images': wholeNumber(10_000, 'test images whose log p(x) is computed, at most', { min: 1 }),
  ...runOptions('runs/pixelcnn', 'where the model, the pictures and the report go'),
  ...resumeOptions(),
};

export type TrainPixelcnnOptions = ValuesOf<typeof trainPixelcnnOptions>;

export const trainPixelcnnDefaults: TrainPixelcnnOptions = fallbacks(trainPixelcnnOptions);
