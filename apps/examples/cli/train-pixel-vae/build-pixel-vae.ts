import type { DataSpec } from '@genmodels/core';
import { conv, mlp, PixelVae } from '@genmodels/vae';
import type { TrainPixelVaeOptions } from './options.ts';

type ModelOptions = Pick<
  TrainPixelVaeOptions,
  | 'network'
  | 'filters'
  | 'hidden'
  | 'latent'
  | 'features'
  | 'masked-layers'
  | 'kernel-size'
  | 'beta'
  | 'warm-up'
  | 'free-bits'
  | 'seed'
>;

/** The PixelVAE that the options describe. */
export function buildPixelVae(spec: DataSpec, options: ModelOptions): PixelVae {
  const { network, filters, hidden, latent, features, beta, seed } = options;
  return new PixelVae({
    spec,
    network: network === 'mlp' ? mlp({ hidden }) : conv({ filters }),
    latent,
    features,
    maskedLayers: options['masked-layers'],
    kernelSize: options['kernel-size'],
    beta,
    warmUp: options['warm-up'],
    freeBits: options['free-bits'],
    seed,
  });
}

/** How many rows and columns away a pixel sees others: to the left, above, and above to the right. */
export function reachOf(options: Pick<TrainPixelVaeOptions, 'masked-layers' | 'kernel-size'>): number {
  return (options['kernel-size'] - 1) / 2 + options['masked-layers'] - 1;
}

/** The same model, but for masked layers enough to see far more than half of an image. */
export function farSighted(options: TrainPixelVaeOptions): TrainPixelVaeOptions {
  return { ...options, 'masked-layers': 8, 'kernel-size': 7 };
}
