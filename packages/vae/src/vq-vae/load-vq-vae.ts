import { type LoadOptions, load, type Source } from '@genmodels/core';
import type { VqVaeChoices } from './choices.ts';
import { VqVae } from './vq-vae.ts';

/** Loads a `VqVae` from a path, an https address, bytes or a storage. The caller disposes it. */
export function loadVqVae(source: Source, options: LoadOptions & VqVaeChoices = {}): Promise<VqVae> {
  return load(source, [{ kind: VqVae.kind, fromConfig: (config) => VqVae.fromConfig(config, options) }], options);
}
