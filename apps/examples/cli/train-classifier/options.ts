import { dataNames } from '../data/data-sets.ts';
import { choice, choices, fallbacks, folder, realNumber, sizes, text, toggle, type ValuesOf, wholeNumber } from '../option.ts';

/** What `train classifier` can be told, in the order in which the help shows it. */
export const trainClassifierOptions = {
  data: choice(dataNames, 'digits', 'pictures with classes; `data NAME` shows a data set, `help` lists them'),
  size: wholeNumber(10_000, 'examples to train on; 1,000 more validate and 1,000 test (drawn sets only)', {
    min: 1,
    max: 1_000_000,
  }),
  by: text('', 'an attribute to take for the class: smile, glasses, shape ...'),
  folder: folder('', 'where the pictures are, a folder for each class (--data folder only)'),
  side: wholeNumber(32, 'pixels along each side that they get (--data folder only)', { min: 4, max: 256 }),
  augment: choices(['flip', 'shift', 'crop', 'color'], 'random changes of the training pictures, one after the other'),
  filters: sizes([32, 64], 'filters of the convolutions of each size; from one size to the next a picture is halved'),
  depth: wholeNumber(1, 'convolutions of each size', { min: 1, max: 8 }),
  'kernel-size': wholeNumber(5, "pixels along each side of a convolution's kernel", { min: 1 }),
  'batch-norm': toggle(false, 'normalise what each convolution gives'),
  hidden: wholeNumber(128, 'units of the last layer but one: the features', { min: 1 }),
  dropout: realNumber(0.3, 'share of the features that a step leaves out', { min: 0 }),
  epochs: wholeNumber(10, 'passes over the training images', { min: 1 }),
  batch: wholeNumber(100, 'images in a step', { min: 1 }),
  'learning-rate': realNumber(2e-3, 'step size of AdamW at the start; it falls to 0 along a cosine', { min: 0 }),
  'weight-decay': realNumber(0, 'share of a weight that a step of learning rate 1 takes away', { min: 0 }),
  seed: wholeNumber(0, 'one number from which all randomness comes', { min: 0 }),
  backend: choice(['simd', 'wasm', 'cpu'], 'simd', 'the TensorFlow.js backend'),
  float16: toggle(false, 'store the weights in half the bytes; the figures are of what is stored'),
  out: folder('runs/classifier', 'where the model, the picture and the report go'),
  checkpoints: toggle(true, 'store the state of training after every epoch'),
  resume: toggle(false, 'go on with the run in --out that was stopped'),
};

export type TrainClassifierOptions = ValuesOf<typeof trainClassifierOptions>;

export const trainClassifierDefaults: TrainClassifierOptions = fallbacks(trainClassifierOptions);
