import { type LoadOptions, load, type Source } from '@genmodels/core';
import { PixelVae, type PixelVaeChoices } from './pixel-vae.ts';

/** Loads a `PixelVae` from a path, an https address, bytes or a storage. The caller disposes it. */
export function loadPixelVae(source: Source, options: LoadOptions & PixelVaeChoices = {}): Promise<PixelVae> {
  return load(source, [{ kind: PixelVae.kind, fromConfig: (config) => PixelVae.fromConfig(config, options) }], options);
}
