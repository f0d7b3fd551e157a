import { Autoencoder, conv, mlp } from '@genmodels/vae';
import { decimal } from '../../report/numbers.ts';
import { networkFor } from '../train-vae/build-vae.ts';
import { checkpointsOf } from '../training/checkpoints.ts';
import { runTraining } from '../training/run-training.ts';
import type { ClassifiedImages } from './data.ts';
import type { Learner } from './learner.ts';
import type { ProbeFeaturesOptions } from './options.ts';

/** The code of an autoencoder. */
export function autoencoderLearner(data: ClassifiedImages, options: ProbeFeaturesOptions): Learner {
  const { spec } = data;
  const { hidden, filters, latent, corruption, seed } = options;
  const network = networkFor(spec, options) === 'mlp' ? mlp({ hidden }) : conv({ filters });
  const autoencoder = new Autoencoder({ spec, network, latent, corruption, seed });
  const checkpoint = checkpointsOf(options, 'autoencoder');
  const note = ({ reconstruction }: Readonly<Record<string, number>>) => `squared error ${decimal(reconstruction!)} an image`;
  return {
    model: autoencoder,
    train: (surroundings) => runTraining({ model: autoencoder, data, options, checkpoint, note }, surroundings),
    features: (images) => autoencoder.encode(images),
  };
}
