import { type LoadOptions, load, type Source } from '@genmodels/core';
import { Autoencoder, type AutoencoderChoices } from './autoencoder.ts';

/** Loads an `Autoencoder` from a path, an https address, bytes or a storage. The caller disposes it. */
export function loadAutoencoder(source: Source, options: LoadOptions & AutoencoderChoices = {}): Promise<Autoencoder> {
  return load(source, [{ kind: Autoencoder.kind, fromConfig: (config) => Autoencoder.fromConfig(config, options) }], options);
}
