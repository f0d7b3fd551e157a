import { fallbacks, type ValuesOf, wholeNumber } from '../option.ts';
import { binarizeOption, dataOptions, learningRateOption, resumeOptions, runOptions } from '../training/options.ts';

/** What `super-resolution` can be told, in the order in which the help shows it. */
export const superResolutionOptions = {
  ...dataOptions('digits', 'pictures to learn from'),
  binarize: binarizeOption(),
  scale: wholeNumber(4, 'how many times smaller the small image is along each side', { min: 2, max: 8 }),
  filters: wholeNumber(16, 'channels of a layer, in both models; a multiple of 3 for colours', { min: 1 }),
  layers: wholeNumber(5, 'blocks of layers, in both models', { min: 0, max: 100 }),
  steps: wholeNumber(1250, 'steps of training, for each model', { min: 1 }),
  batch: wholeNumber(8, 'images in a step', { min: 1 }),
  'learning-rate': learningRateOption(2e-3),
  ...runOptions('runs/super-resolution', 'where the model, the pictures and the report go'),
  ...resumeOptions(),
};

export type SuperResolutionOptions = ValuesOf<typeof superResolutionOptions>;

export const superResolutionDefaults: SuperResolutionOptions = fallbacks(superResolutionOptions);
