import { load, type LoadOptions, type Source } from '@genmodels/core';
import type { VaeChoices } from './choices.ts';
import type { DecoderNetwork } from './network.ts';
import { VaeDecoder } from './vae-decoder.ts';

/** Loads the generating half of a VAE: from its own file, or from a whole `Vae`'s. The caller disposes it. */
export function loadVaeDecoder(source: Source, { networks, likelihoods, ...options }: LoadOptions & VaeChoices<DecoderNetwork> = {}): Promise<VaeDecoder> {
  const choices = { ...(networks && { networks }), ...(likelihoods && { likelihoods }) };
  return load(
    source,
    [
      { kind: VaeDecoder.kind, fromConfig: (config) => VaeDecoder.fromConfig(config, choices) },
      { kind: 'vae', prefix: 'decoder.', fromConfig: ({ beta, warmUp, freeBits, ...config }) => VaeDecoder.fromConfig(config, choices) },
    ],
    options,
  );
}
