import { check, type DataSpec } from '@genmodels/core';
import { logisticMixture, PixelCnnPlusPlus } from '@genmodels/pixelcnn';
import { Colorizer } from '../../colorization/colorizer.ts';
import type { ColorizationOptions } from './options.ts';

/** Colours that are likely where a pixel may be one thing or another. */
const components = 5;

/** For pictures of this kind. Both kinds are alike but for the layers that look at grey. */
export function buildColorizer({ shape }: DataSpec, options: ColorizationOptions, kind: 'given grey' | 'alone'): Colorizer {
  const { block, levels, filters, layers, seed } = options;
  check(levels % 2 === 1, 'invalid-argument', () => `--levels must be odd, so that grey is one of them, got ${levels}`);
  const [height, width] = shape as [number, number];
  const spec = { shape: [height / block, width / block, 2], domain: { levels } };
  const mapChannels = kind === 'alone' ? 0 : block ** 2;
  const output = logisticMixture({ components });
  return new Colorizer(new PixelCnnPlusPlus({ spec, output, mapChannels, filters, blocks: layers, dropout: 0, seed }));
}
