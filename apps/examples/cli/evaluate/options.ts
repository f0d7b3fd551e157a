import { dataNames } from '../data/data-sets.ts';
import { choice, fallbacks, folder, type ValuesOf, wholeNumber } from '../option.ts';

/** What `evaluate MODEL` can be told, in the order in which the help shows it. */
export const evaluateOptions = {
  data: choice(dataNames, 'digits', 'what the model has learned; `help` lists the data sets'),
  size: wholeNumber(10_000, 'examples that it was trained on (drawn sets only)', { min: 1, max: 1_000_000 }),
  folder: folder('', 'where the pictures are, PNG and JPEG (--data folder only)'),
  side: wholeNumber(32, 'pixels along each side that they get (--data folder only)', { min: 4, max: 256 }),
  samples: wholeNumber(2000, 'samples to draw, as many as test examples at most', { min: 100, max: 50_000 }),
  features: choice(
    ['auto', 'mnist', 'cifar10', 'pixels'],
    'auto',
    'what examples are compared by; auto: our classifier for pictures of its size, else the values themselves',
  ),
  resamples: wholeNumber(50, 'of the bootstrap intervals', { min: 10, max: 10_000 }),
  seed: wholeNumber(0, 'of the data, as in training; the samples are drawn with it too', { min: 0 }),
  backend: choice(['simd', 'wasm', 'cpu'], 'simd', 'the TensorFlow.js backend'),
  out: folder('runs/evaluation', 'where the pictures and the report go'),
};

export type EvaluateOptions = ValuesOf<typeof evaluateOptions>;

export const evaluateDefaults: EvaluateOptions = fallbacks(evaluateOptions);
