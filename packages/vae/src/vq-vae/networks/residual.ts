import { halvings } from '@genmodels/core';
import { defineVqNetwork } from '../network.ts';
import { type ResidualConfig, readResidualConfig } from './residual-config.ts';
import { ResidualDecoder } from './residual-decoder.ts';
import { ResidualEncoder } from './residual-encoder.ts';

/** The networks of van den Oord et al. 2017, section 4.1, for images of any size: strided convolutions and residual blocks. */
export const residual = /* @__PURE__ */ defineVqNetwork<ResidualConfig>('residual', {
  options: readResidualConfig,
  grid: (shape, { layers }) => halvings(shape, layers, 'residual').at(-1)!,
  encoder: (context, rng, options) => new ResidualEncoder(context, options, rng),
  decoder: (context, rng, options) => new ResidualDecoder(context, options, rng),
});
