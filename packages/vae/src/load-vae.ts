import { type LoadOptions, load, type Source } from '@genmodels/core';
import type { VaeChoices } from './choices.ts';
import { Vae } from './vae.ts';

/** Loads a `Vae` from a path, an https address, bytes or a storage. The caller disposes it. */
export function loadVae(source: Source, options: LoadOptions & VaeChoices = {}): Promise<Vae> {
  return load(source, [{ kind: Vae.kind, fromConfig: (config) => Vae.fromConfig(config, options) }], options);
}
