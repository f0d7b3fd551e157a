import { choice, choices, fallbacks, orAuto, realNumber, sizes, type ValuesOf, wholeNumber } from '../option.ts';
import { dataOptions, emaOption, learningRateOption, resumeOptions, runOptions, stepsOption } from '../training/options.ts';

/** What `train adversarial` can be told, in the order in which the help shows it. */
export const trainAdversarialOptions = {
  ...dataOptions('digits'),
  mode: choice(
    ['unsupervised', 'conditional', 'semi-supervised'],
    'unsupervised',
    'what is known of classes: nothing, that of each example, or that of a few, from which the encoder learns them',
  ),
  labels: wholeNumber(100, 'training examples whose class is told, as many of each class (semi-supervised only)', { min: 2 }),
  network: choice(['auto', 'mlp', 'conv'], 'auto', 'dense layers, or convolutions; auto: convolutions for pictures'),
  hidden: sizes([400, 400], 'widths of the hidden layers (mlp)'),
  filters: sizes([16, 32], 'filters of the convolutions (conv)'),
  'discriminator-hidden': sizes([128, 128], 'widths of the hidden layers of each discriminator'),
  latent: orAuto(wholeNumber(0, 'size of z; auto: 10, with classes 6, of points 2', { min: 1, max: 4096 })),
  'input-noise': orAuto(
    realNumber(0, 'standard deviation of the noise on what the encoder sees; auto: 0.3 where it is semi-supervised, else 0', {
      min: 0,
    }),
  ),
  'code-noise': realNumber(0.1, 'standard deviation of the noise on what the discriminators see', { min: 0 }),
  augment: choices(['shift'], 'random changes of the training pictures, the labelled ones too'),
  epochs: wholeNumber(20, 'passes over the training examples', { min: 1 }),
  steps: stepsOption(),
  batch: wholeNumber(64, 'examples in a step; labelled ones beside them up to 100', { min: 2 }),
  'learning-rate': learningRateOption(2e-3),
  'adversarial-rate': realNumber(1e-3, 'the same of the two players, discriminator and generator', { min: 0 }),
  ema: emaOption(0.999),
  ...runOptions('runs/adversarial', 'where the model, the pictures and the report go'),
  ...resumeOptions(),
};

export type TrainAdversarialOptions = ValuesOf<typeof trainAdversarialOptions>;

export const trainAdversarialDefaults: TrainAdversarialOptions = fallbacks(trainAdversarialOptions);
