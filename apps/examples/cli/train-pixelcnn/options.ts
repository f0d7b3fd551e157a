import { dataNames } from '../data/data-sets.ts';
import { choice, fallbacks, folder, realNumber, toggle, type ValuesOf, wholeNumber } from '../option.ts';
import { modelNames } from './models.ts';

/** What `train pixelcnn` can be told, in the order in which the help shows it. */
export const trainPixelcnnOptions = {
  model: choice(modelNames, 'gated', 'which network says the next pixel'),
  data: choice(dataNames, 'digits', 'what to learn; `data NAME` shows a data set, `help` lists them'),
  size: wholeNumber(10_000, 'examples to train on; 1,000 more validate and 1,000 test (drawn sets only)', {
    min: 1,
    max: 1_000_000,
  }),
  folder: folder('', 'where the pictures are, PNG and JPEG (--data folder only)'),
  side: wholeNumber(32, 'pixels along each side that they get (--data folder only)', { min: 4, max: 256 }),
  binarize: choice(
    ['auto', 'static', 'dynamic', 'none'],
    'auto',
    'pixels to 0 or 1: once, anew in every batch, or not at all; auto: dynamic for grey pictures',
  ),
  filters: wholeNumber(32, 'channels of a layer', { min: 1 }),
  layers: wholeNumber(7, 'layers, or blocks', { min: 0, max: 100 }),
  epochs: wholeNumber(10, 'passes over the training images', { min: 1 }),
  batch: wholeNumber(16, 'images in a step', { min: 1 }),
  'learning-rate': realNumber(1e-3, 'step size of Adam at the start; it falls to 0 along a cosine', { min: 0 }),
  seed: wholeNumber(0, 'one number from which all randomness comes', { min: 0 }),
  backend: choice(['simd', 'wasm', 'cpu'], 'simd', 'the TensorFlow.js backend'),
  out: folder('runs/pixelcnn', 'where the model, the pictures and the report go'),
  checkpoints: toggle(true, 'store the state of training after every epoch'),
  resume: toggle(false, 'go on with the run in --out that was stopped'),
};

export type TrainPixelcnnOptions = ValuesOf<typeof trainPixelcnnOptions>;

export const trainPixelcnnDefaults: TrainPixelcnnOptions = fallbacks(trainPixelcnnOptions);
