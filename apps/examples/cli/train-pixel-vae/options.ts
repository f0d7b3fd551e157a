import { choice, fallbacks, realNumber, sizes, toggle, type ValuesOf, wholeNumber } from '../option.ts';
import { binarizeOption, dataOptions, learningRateOption, resumeOptions, runOptions, stepsOption } from '../training/options.ts';

/** What `train pixel-vae` can be told, in the order in which the help shows it. */
export const trainPixelVaeOptions = {
  ...dataOptions('digits'),
  binarize: { ...binarizeOption(), fallback: 'static' as const },
  network: choice(['conv', 'mlp'], 'conv', 'what encodes, and makes of z the map for the masked layers'),
  filters: sizes([32, 64], 'filters of the convolutions (conv)'),
  hidden: sizes([400, 400], 'widths of the hidden layers (mlp)'),
  latent: wholeNumber(20, 'size of z', { min: 1, max: 4096 }),
  features: wholeNumber(16, 'channels of the map and of the masked layers', { min: 1 }),
  'masked-layers': wholeNumber(2, 'how many there are', { min: 1, max: 100 }),
  'kernel-size': wholeNumber(5, "pixels along each side of the first one's kernel, an odd number; the others have 3", { min: 3 }),
  beta: realNumber(1, 'weight of the KL term; 1 is the plain bound', { min: 0 }),
  'warm-up': wholeNumber(1000, 'steps over which the weight of the KL term rises from 0', { min: 0 }),
  'free-bits': realNumber(0, 'nats of KL a dimension of z that cost nothing, against collapse', { min: 0 }),
  epochs: wholeNumber(10, 'passes over the training images', { min: 1 }),
  steps: stepsOption(),
  batch: wholeNumber(32, 'images in a step', { min: 1 }),
  'learning-rate': learningRateOption(2e-3),
  'likelihood-images': wholeNumber(500, 'test images whose log p(x) is estimated by importance sampling', { min: 1 }),
  'likelihood-samples': wholeNumber(50, 'draws of z an image for that', { min: 2 }),
  ablation: toggle(false, 'train a second one whose masked layers see far, and compare what z says in each'),
  'against-vae': toggle(false, 'train a plain VAE for the same time, and compare the bounds'),
  ...runOptions('runs/pixel-vae', 'where the model, the pictures and the report go'),
  ...resumeOptions(),
};

export type TrainPixelVaeOptions = ValuesOf<typeof trainPixelVaeOptions>;

export const trainPixelVaeDefaults: TrainPixelVaeOptions = fallbacks(trainPixelVaeOptions);
