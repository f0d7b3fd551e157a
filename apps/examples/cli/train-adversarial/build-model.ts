import { AdversarialAutoencoder, conv, mlp } from '@genmodels/vae';
import type { AdversarialData } from './data.ts';
import type { TrainAdversarialOptions } from './options.ts';

/** The adversarial autoencoder that the options describe. */
export function buildModel(data: AdversarialData, options: TrainAdversarialOptions): AdversarialAutoencoder {
  const { latent, 'input-noise': inputNoise, mode, seed } = options;
  const semiSupervised = mode === 'semi-supervised';
  return new AdversarialAutoencoder({
    spec: data.spec,
    network: networkFor(data, options) === 'mlp' ? mlp({ hidden: options.hidden }) : conv({ filters: options.filters }),
    latent: latent === 'auto' ? latentFor(data) : latent,
    hidden: options['discriminator-hidden'],
    ...(data.classNames && { classes: data.classNames.length }),
    semiSupervised,
    inputNoise: inputNoise === 'auto' ? (semiSupervised ? 0.3 : 0) : inputNoise,
    codeNoise: options['code-noise'],
    seed,
  });
}

/** Where the class is told apart, a z of few numbers leaves it something to say. */
function latentFor({ examples, classNames }: AdversarialData): number {
  if (examples === 'points') return 2;
  return classNames ? 6 : 10;
}

/** Pictures are what convolutions are good at. */
export function networkFor(
  { examples }: Pick<AdversarialData, 'examples'>,
  { network }: Pick<TrainAdversarialOptions, 'network'>,
): 'mlp' | 'conv' {
  if (network !== 'auto') return network;
  return examples === 'images' ? 'conv' : 'mlp';
}
