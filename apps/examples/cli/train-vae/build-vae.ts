import type { DataSpec } from '@genmodels/core';
import { conv, mlp, Vae } from '@genmodels/vae';
import type { TrainVaeOptions } from './options.ts';

type ModelOptions = Pick<TrainVaeOptions, 'network' | 'hidden' | 'filters' | 'latent' | 'beta' | 'warm-up' | 'seed'>;

/** The VAE that the options describe, with the likelihood that suits the data. */
export function buildVae(spec: DataSpec, options: ModelOptions): Vae {
  const { latent, beta, 'warm-up': warmUp, seed } = options;
  const network = networkFor(spec, options) === 'mlp' ? mlp({ hidden: options.hidden }) : conv({ filters: options.filters });
  return new Vae({ spec, network, latent, beta, warmUp, seed });
}

/** Colours are patches more than strokes, and patches are what convolutions are good at. */
export function networkFor({ shape }: DataSpec, { network }: Pick<TrainVaeOptions, 'network'>): 'mlp' | 'conv' {
  if (network !== 'auto') return network;
  return shape.length === 3 && shape[2] === 3 ? 'conv' : 'mlp';
}
