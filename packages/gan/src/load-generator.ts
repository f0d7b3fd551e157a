import { type LoadOptions, load, type Source } from '@genmodels/core';
import type { GanGeneratorChoices } from './choices.ts';
import { GanGenerator } from './gan-generator.ts';

/** Loads the generating half of a GAN: from its own file, or from a whole `Gan`'s. The caller disposes it. */
export function loadGenerator(source: Source, options: LoadOptions & GanGeneratorChoices = {}): Promise<GanGenerator> {
  return load(
    source,
    [
      { kind: GanGenerator.kind, fromConfig: (config) => GanGenerator.fromConfig(config, options) },
      {
        kind: 'gan',
        prefix: 'generator.',
        fromConfig: ({ spec, latent, network, classes, seed }) =>
          GanGenerator.fromConfig({ spec, latent, network, classes, seed } as never, options),
      },
    ],
    options,
  );
}
