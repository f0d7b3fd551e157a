import type { DataSpec } from '@genmodels/core';
import { conv, mlp, Vae } from '@genmodels/vae';
import type { ConditionalData } from '../training/conditional-data.ts';
import type { TrainVaeOptions } from './options.ts';

type ModelOptions = Pick<
  TrainVaeOptions,
  'network' | 'hidden' | 'filters' | 'activation' | 'latent' | 'importance-samples' | 'beta' | 'warm-up' | 'free-bits' | 'seed'
>;

/** The VAE that the options describe, with the likelihood that suits the data, told the class where that has names. */
export function buildVae({ spec, classNames }: Pick<ConditionalData, 'spec' | 'classNames'>, options: ModelOptions): Vae {
  const { hidden, filters, activation, latent, beta, seed } = options;
  return new Vae({
    spec,
    network: networkFor(spec, options) === 'mlp' ? mlp({ hidden, activation }) : conv({ filters, activation }),
    latent,
    classes: classNames?.length ?? 0,
    importanceSamples: options['importance-samples'],
    beta,
    warmUp: options['warm-up'],
    freeBits: options['free-bits'],
    seed,
  });
}

/** Colours are patches more than strokes, and patches are what convolutions are good at. */
export function networkFor({ shape }: DataSpec, { network }: Pick<TrainVaeOptions, 'network'>): 'mlp' | 'conv' {
  if (network !== 'auto') return network;
  return shape.length === 3 && shape[2] === 3 ? 'conv' : 'mlp';
}
