import { dataNames } from '../data/data-sets.ts';
import { choice, fallbacks, folder, realNumber, sizes, toggle, type ValuesOf, wholeNumber } from '../option.ts';

/** What `train vae` can be told, in the order in which the help shows it. */
export const trainVaeOptions = {
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
  network: choice(['auto', 'mlp', 'conv'], 'auto', 'dense layers, or convolutions; auto: convolutions for pictures in colour'),
  hidden: sizes([400, 400], 'widths of the hidden layers (mlp)'),
  filters: sizes([32, 64], 'filters of the convolutions (conv)'),
  latent: wholeNumber(20, 'size of z', { min: 1, max: 4096 }),
  beta: realNumber(1, 'weight of the KL term; 1 is the plain VAE', { min: 0 }),
  'warm-up': wholeNumber(0, 'steps over which the weight of the KL term rises from 0', { min: 0 }),
  epochs: wholeNumber(20, 'passes over the training images', { min: 1 }),
  batch: wholeNumber(128, 'images in a step', { min: 1 }),
  'learning-rate': realNumber(1e-3, 'step size of Adam at the start; it falls to 0 along a cosine', { min: 0 }),
  seed: wholeNumber(0, 'one number from which all randomness comes', { min: 0 }),
  backend: choice(['simd', 'wasm', 'cpu'], 'simd', 'the TensorFlow.js backend'),
  'likelihood-images': wholeNumber(500, 'test images whose log p(x) is estimated by importance sampling', { min: 1 }),
  'likelihood-samples': wholeNumber(100, 'draws of z an image for that', { min: 1 }),
  manifold: toggle(true, 'draw the 2-d manifold; trains a second, smaller VAE where --latent is not 2'),
  out: folder('runs/vae', 'where the model, the pictures and the report go'),
  checkpoints: toggle(true, 'store the state of training after every epoch'),
  resume: toggle(false, 'go on with the run in --out that was stopped'),
};

export type TrainVaeOptions = ValuesOf<typeof trainVaeOptions>;

export const trainVaeDefaults: TrainVaeOptions = fallbacks(trainVaeOptions);
