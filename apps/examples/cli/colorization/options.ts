import { fallbacks, type ValuesOf, wholeNumber } from '../option.ts';
import { dataOptions, learningRateOption, resumeOptions, runOptions } from '../training/options.ts';

/** What `colorization` can be told, in the order in which the help shows it. */
export const colorizationOptions = {
  ...dataOptions('faces', 'what to colour, pictures in colour', 4000),
  block: wholeNumber(4, 'pixels along each side of the squares that share their chroma', { min: 1, max: 64 }),
  levels: wholeNumber(33, 'values that chroma takes, an odd number: the middle one is grey', { min: 3, max: 255 }),
  filters: wholeNumber(24, 'channels of a layer', { min: 1 }),
  layers: wholeNumber(1, 'blocks of each resolution', { min: 1, max: 100 }),
  epochs: wholeNumber(5, 'passes over the training images, of each of the two models', { min: 1 }),
  batch: wholeNumber(8, 'images in a step', { min: 1 }),
  'learning-rate': learningRateOption(6e-3),
  ...runOptions('runs/colorization', 'where the models, the pictures and the report go'),
  ...resumeOptions(),
};

export type ColorizationOptions = ValuesOf<typeof colorizationOptions>;

export const colorizationDefaults: ColorizationOptions = fallbacks(colorizationOptions);
