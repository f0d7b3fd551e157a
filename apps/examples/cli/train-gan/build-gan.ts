import { Gan } from '@genmodels/gan';
import type { ConditionalData } from '../training/conditional-data.ts';
import { buildLoss } from './losses.ts';
import { buildNetwork } from './networks.ts';
import type { TrainGanOptions } from './options.ts';

/** The GAN that the options describe. */
export function buildGan({ spec, examples, classNames }: ConditionalData, options: TrainGanOptions): Gan {
  const { latent, 'discriminator-steps': discriminatorSteps, r1, augment, seed } = options;
  return new Gan({
    spec,
    network: buildNetwork(spec, options),
    loss: buildLoss(options.loss, options['label-smoothing']),
    latent: latent === 'auto' ? (examples === 'points' ? 2 : 64) : latent,
    ...(discriminatorSteps !== 'auto' && { discriminatorSteps }),
    ...(classNames && { classes: classNames.length }),
    spectralNorm: options['spectral-norm'],
    r1,
    augmentations: augment,
    seed,
  });
}
