import { type JsonObject, type LoadOptions, load, type Source } from '@genmodels/core';
import type { VaeDecoderChoices } from './choices.ts';
import { VaeDecoder } from './vae-decoder.ts';

/** Loads the generating half of a VAE: from its own file, or from a whole `Vae`'s. The caller disposes it. */
export function loadVaeDecoder(source: Source, options: LoadOptions & VaeDecoderChoices = {}): Promise<VaeDecoder> {
  return load(
    source,
    [
      { kind: VaeDecoder.kind, fromConfig: (config) => VaeDecoder.fromConfig(config, options) },
      {
        kind: 'vae',
        prefix: 'decoder.',
        fromConfig: ({ spec, latent, network, likelihood, classes, seed }) =>
          VaeDecoder.fromConfig({ spec, latent, network, likelihood, classes, seed } as JsonObject, options),
      },
    ],
    options,
  );
}
