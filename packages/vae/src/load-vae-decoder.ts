import { type JsonObject, type LoadOptions, load, type Source } from '@genmodels/core';
import type { VaeDecoderChoices } from './choices.ts';
import { VaeDecoder } from './vae-decoder.ts';

/** Loads a `VaeDecoder`: from its own file, or from that of a whole `Vae` or `AdversarialAutoencoder`. The caller disposes it. */
export function loadVaeDecoder(source: Source, options: LoadOptions & VaeDecoderChoices = {}): Promise<VaeDecoder> {
  return load(
    source,
    [
      { kind: VaeDecoder.kind, fromConfig: (config) => VaeDecoder.fromConfig(config, options) },
      ...['vae', 'adversarial-autoencoder'].map((kind) => ({
        kind,
        prefix: 'decoder.',
        fromConfig: ({ spec, latent, network, likelihood, classes, seed }: JsonObject) =>
          VaeDecoder.fromConfig({ spec, latent, network, likelihood, classes, seed } as JsonObject, options),
      })),
    ],
    options,
  );
}
