import { type TrainVaeOptions, trainVaeDefaults } from './train-vae/options.ts';

/** The setting of `demo`: the best-looking digits that one slow core learns within two minutes. */
export const demoDefaults: TrainVaeOptions = {
  ...trainVaeDefaults,
  hidden: [300, 150],
  latent: 8,
  'warm-up': 300,
  epochs: 16,
  batch: 64,
  'learning-rate': 3e-3,
  'likelihood-images': 200,
  checkpoints: false,
  out: 'runs/demo',
};
