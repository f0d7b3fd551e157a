import { type LoadOptions, load, type Source } from '@genmodels/core';
import type { VaeChoices } from '../choices.ts';
import { AdversarialAutoencoder } from './adversarial-autoencoder.ts';

/** Loads an `AdversarialAutoencoder` from a path, an https address, bytes or a storage. The caller disposes it. */
export function loadAdversarialAutoencoder(
  source: Source,
  options: LoadOptions & VaeChoices = {},
): Promise<AdversarialAutoencoder> {
  const fromConfig: typeof AdversarialAutoencoder.fromConfig = (config) => AdversarialAutoencoder.fromConfig(config, options);
  return load(source, [{ kind: AdversarialAutoencoder.kind, fromConfig }], options);
}
