import { choice, choices, fallbacks, orAuto, realNumber, toggle, type ValuesOf, wholeNumber } from '../option.ts';
import { conditionalOption, dataOptions, emaOption, resumeOptions, runOptions, stepsOption } from '../training/options.ts';
import { lossNames } from './losses.ts';
import { networkNames } from './networks.ts';

/** What `train gan` can be told, in the order in which the help shows it. */
export const trainGanOptions = {
  ...dataOptions('digits'),
  network: choice(['auto', ...networkNames], 'auto', 'of both players; auto: dcgan for pictures, else mlp'),
  loss: choice(lossNames, 'non-saturating', 'what the two players minimise'),
  width: orAuto(
    wholeNumber(0, 'channels next to the picture, or units of a layer (mlp); auto: 32, of an mlp 128', { min: 1, max: 1024 }),
  ),
  layers: orAuto(
    wholeNumber(0, 'halvings of the picture, or hidden layers (mlp); auto: to 4 pixels or more, of an mlp 3', { min: 1, max: 8 }),
  ),
  latent: orAuto(wholeNumber(0, 'size of z; auto: 64, of points 2', { min: 1, max: 4096 })),
  conditional: conditionalOption('both players'),
  'discriminator-steps': orAuto(
    wholeNumber(0, 'updates of the discriminator a step; auto: 5 for the Wasserstein losses, else 1', { min: 1, max: 100 }),
  ),
  'spectral-norm': toggle(false, 'divide each kernel of the discriminator by its largest singular value'),
  r1: realNumber(0, 'gamma of the penalty on the discriminator’s slope at real examples; 0: none', { min: 0 }),
  augment: choices(['color', 'translation', 'cutout'], 'changes of all that the discriminator sees, for small sets of pictures'),
  'label-smoothing': realNumber(0, 'how far below 1 the target of real examples lies', { min: 0, max: 0.5 }),
  epochs: wholeNumber(16, 'passes over the training examples', { min: 1 }),
  steps: stepsOption(),
  batch: wholeNumber(64, 'examples in an update', { min: 2 }),
  'learning-rate': orAuto(
    realNumber(0, 'step size at the start; auto: the paper’s of the loss, for the width; of points 1e-3 or 5e-4', {
      min: 0,
    }),
  ),
  schedule: choice(
    ['auto', 'cosine', 'constant'],
    'auto',
    'how the learning rate goes on: to 0, where the players come to rest, or not; auto: of pictures constant, else cosine',
  ),
  ema: emaOption(0.999),
  'evaluation-samples': wholeNumber(10_000, 'samples that are judged', { min: 10, max: 50_000 }),
  ...runOptions('runs/gan', 'where the model, the pictures and the report go'),
  ...resumeOptions(),
};

export type TrainGanOptions = ValuesOf<typeof trainGanOptions>;

export const trainGanDefaults: TrainGanOptions = fallbacks(trainGanOptions);
