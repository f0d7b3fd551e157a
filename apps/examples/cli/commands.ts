import { colorizationDefaults, colorizationOptions } from './colorization/options.ts';
import { showDataDefaults, showDataOptions } from './data/options.ts';
import { demoDefaults, demoOptions } from './demo/options.ts';
import { evaluateDefaults, evaluateOptions } from './evaluate/options.ts';
import { faceArithmeticDefaults, faceArithmeticOptions } from './face-arithmetic/options.ts';
import { probeFeaturesDefaults, probeFeaturesOptions } from './probe-features/options.ts';
import { superResolutionDefaults, superResolutionOptions } from './super-resolution/options.ts';
import { trainAdversarialDefaults, trainAdversarialOptions } from './train-adversarial/options.ts';
import { trainClassifierDefaults, trainClassifierOptions } from './train-classifier/options.ts';
import { trainGanDefaults, trainGanOptions } from './train-gan/options.ts';
import { trainPixelVaeDefaults, trainPixelVaeOptions } from './train-pixel-vae/options.ts';
import { trainPixelcnnDefaults, trainPixelcnnOptions } from './train-pixelcnn/options.ts';
import { trainVaeDefaults, trainVaeOptions } from './train-vae/options.ts';
import { trainVqVaeDefaults, trainVqVaeOptions } from './train-vq-vae/options.ts';

/** What can be asked for: the words that begin a line, in the order in which the help shows them. */
export const commands = {
  'train vae': {
    about: 'Trains a variational autoencoder, evaluates it, and writes the model, pictures and a report.',
    words: '',
    options: trainVaeOptions,
    defaults: trainVaeDefaults,
  },
  'train vq-vae': {
    about: 'Trains a VQ-VAE and a PixelCNN over its codes, and judges what both draw together.',
    words: '',
    options: trainVqVaeOptions,
    defaults: trainVqVaeDefaults,
  },
  'train pixelcnn': {
    about: 'Trains an autoregressive model of pictures, draws, completes and compresses with it.',
    words: '',
    options: trainPixelcnnOptions,
    defaults: trainPixelcnnDefaults,
  },
  'train pixel-vae': {
    about: 'Trains a VAE that draws pixel by pixel, says what its z has of the bound, and compares it with others on request.',
    words: '',
    options: trainPixelVaeOptions,
    defaults: trainPixelVaeDefaults,
  },
  'train gan': {
    about: 'Trains a generative adversarial network, judges its samples, and writes the model, its generator and a report.',
    words: '',
    options: trainGanOptions,
    defaults: trainGanDefaults,
  },
  'train adversarial': {
    about: 'Trains an adversarial autoencoder, with classes of all examples, of a few or of none, and draws what its codes say.',
    words: '',
    options: trainAdversarialOptions,
    defaults: trainAdversarialDefaults,
  },
  'train classifier': {
    about: 'Trains a classifier of pictures, and says what it takes for what.',
    words: '',
    options: trainClassifierOptions,
    defaults: trainClassifierDefaults,
  },
  'super-resolution': {
    about: 'Trains a model that draws large pictures from small ones, and measures what the small ones tell.',
    words: '',
    options: superResolutionOptions,
    defaults: superResolutionDefaults,
  },
  colorization: {
    about: 'Trains a model that gives grey pictures colours, and measures what the grey ones tell.',
    words: '',
    options: colorizationOptions,
    defaults: colorizationDefaults,
  },
  'face-arithmetic': {
    about: 'Computes with the codes of a GAN: a smile with glasses − glasses is a smile without, and counts how often it is.',
    words: '',
    options: faceArithmeticOptions,
    defaults: faceArithmeticDefaults,
  },
  'probe-features': {
    about:
      'Trains a VAE, an autoencoder and a GAN, and measures what a linear classifier makes of their features with few labels.',
    words: '',
    options: probeFeaturesOptions,
    defaults: probeFeaturesDefaults,
  },
  evaluate: {
    about: 'Measures the samples of a model against test examples, looks for copies, and writes a report.',
    words: 'MODEL',
    options: evaluateOptions,
    defaults: evaluateDefaults,
  },
  data: {
    about: 'Shows a data set: its examples class by class, as a picture and a page.',
    words: 'NAME',
    options: showDataOptions,
    defaults: showDataDefaults,
  },
  demo: {
    about: 'Trains a small VAE, PixelCNN and GAN on digits and compares them: under five minutes on two slow cores, no download.',
    words: '',
    options: demoOptions,
    defaults: demoDefaults,
  },
} as const;

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as CommandName[];
