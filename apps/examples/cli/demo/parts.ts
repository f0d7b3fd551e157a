import { join } from 'node:path';
import { type TrainGanOptions, trainGanDefaults } from '../train-gan/options.ts';
import { type TrainPixelcnnOptions, trainPixelcnnDefaults } from '../train-pixelcnn/options.ts';
import { type TrainVaeOptions, trainVaeDefaults } from '../train-vae/options.ts';
import type { DemoOptions } from './options.ts';

/** The three models of a demo, which learn the same digits. */
export interface DemoParts {
  readonly vae: TrainVaeOptions;
  readonly pixelcnn: TrainPixelcnnOptions;
  readonly gan: TrainGanOptions;
}

/** The best-looking digits that two slow cores learn in less than a minute, and in a minute and a half, and again so. */
export function demoParts({ out, ...shared }: DemoOptions): DemoParts {
  return {
    vae: { ...trainVaeDefaults, ...vaeSetting, ...shared, out: join(out, 'vae') },
    pixelcnn: { ...trainPixelcnnDefaults, ...pixelcnnSetting, ...shared, out: join(out, 'pixelcnn') },
    gan: { ...trainGanDefaults, ...ganSetting, ...shared, out: join(out, 'gan') },
  };
}

const vaeSetting = {
  hidden: [300, 150],
  latent: 8,
  'warm-up': 300,
  epochs: 16,
  batch: 64,
  'learning-rate': 3e-3,
  'likelihood-images': 1000, // all, as of the PixelCNN
  checkpoints: false,
};

/** A small image first: a short training learns the shapes of digits, not only their strokes. */
const pixelcnnSetting = {
  model: 'multi-scale',
  filters: 16,
  layers: 5,
  steps: 560,
  'learning-rate': 4e-3,
  checkpoints: false,
} as const;

const ganSetting = {
  width: 16,
  batch: 32,
  steps: 2100,
  'learning-rate': 1e-3,
  'evaluation-samples': 1000,
  checkpoints: false,
} as const;
