import { type LoadOptions, load, type Source } from '@genmodels/core';
import type { GanChoices } from './choices.ts';
import { Gan } from './gan.ts';

/** Loads a `Gan`, both players, from a path, an https address, bytes or a storage. The caller disposes it. */
export function loadGan(source: Source, options: LoadOptions & GanChoices = {}): Promise<Gan> {
  return load(source, [{ kind: Gan.kind, fromConfig: (config) => Gan.fromConfig(config, options) }], options);
}
