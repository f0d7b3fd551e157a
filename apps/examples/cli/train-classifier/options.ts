import { choices, fallbacks, realNumber, sizes, text, toggle, type ValuesOf, wholeNumber } from '../option.ts';
import { dataOptions, learningRateOption, resumeOptions, runOptions } from '../training/options.ts';

/** What `train classifier` can be told, in the order in which the help shows it. */
export const trainClassifierOptions = {
  ...dataOptions('digits', 'pictures with classes'),
  by: text('', 'an attribute to take for the class: smile, glasses, shape ...'),
  augment: choices(['flip', 'shift', 'crop', 'color'], 'random changes of the training pictures, one after the other'),
  filters: sizes([32, 64], 'filters of the convolutions of each size; from one size to the next a picture is halved'),
  depth: wholeNumber(1, 'convolutions of each size', { min: 1, max: 8 }),
  'kernel-size': wholeNumber(5, "pixels along each side of a convolution's kernel", { min: 1 }),
  'batch-norm': toggle(false, 'normalise what each convolution gives'),
  hidden: wholeNumber(128, 'units of the last layer but one: the features', { min: 1 }),
  dropout: realNumber(0.3, 'share of the features that a step leaves out', { min: 0 }),
  epochs: wholeNumber(10, 'passes over the training images', { min: 1 }),
  batch: wholeNumber(100, 'images in a step', { min: 1 }),
  'learning-rate': learningRateOption(2e-3, 'AdamW'),
  'weight-decay': realNumber(0, 'share of a weight that a step of learning rate 1 takes away', { min: 0 }),
  float16: toggle(false, 'store the weights in half the bytes; the figures are of what is stored'),
  ...runOptions('runs/classifier', 'where the model, the picture and the report go'),
  ...resumeOptions(),
};

export type TrainClassifierOptions = ValuesOf<typeof trainClassifierOptions>;

export const trainClassifierDefaults: TrainClassifierOptions = fallbacks(trainClassifierOptions);
