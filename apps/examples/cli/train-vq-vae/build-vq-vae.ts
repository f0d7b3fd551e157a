import type { DataSpec } from '@genmodels/core';
import { residual, VqVae } from '@genmodels/vae';
import type { TrainVqVaeOptions } from './options.ts';

type ModelOptions = Pick<TrainVqVaeOptions, 'entries' | 'dimensions' | 'width' | 'halvings' | 'seed'>;

/** The VQ-VAE that the options describe. */
export function buildVqVae(spec: DataSpec, { entries, dimensions, width, halvings, seed }: ModelOptions): VqVae {
  return new VqVae({ spec, network: residual({ width, layers: halvings }), entries, dimensions, seed });
}
