import { bernoulliPixels, categoricalPixels, check, type DataSpec, type PixelDistribution, show } from '@genmodels/core';
import { checkImage } from '../check-image.ts';

/** Of a pixel given those before it: a logit a colour for black and white, a softmax for levels. Throws 'invalid-config' for other data. */
export function pixelDistribution(spec: DataSpec): PixelDistribution {
  checkImage(spec, 'PixelVae');
  const { domain } = spec;
  const channels = spec.shape[2]!;
  if (domain === 'binary') return bernoulliPixels(channels);
  check(
    typeof domain === 'object' && domain.levels <= 256,
    'invalid-config',
    () => `PixelVae.spec.domain must be 'binary' or { levels } up to 256, got ${show(domain)}; binarize the data, or take a Vae`,
  );
  return categoricalPixels({ channels, levels: domain.levels });
}
