import type { DataSpec } from '@genmodels/core';
import { MultiScale, PixelCnn } from '@genmodels/pixelcnn';
import type { SuperResolutionOptions } from './options.ts';

/** The two models that are compared. */
export interface Contestants {
  /** p(small image) p(large image | small image) */
  readonly multiScale: MultiScale;
  /** p(large image), by a network of the same size. */
  readonly plain: PixelCnn;
}

/** Both with their initial weights. The caller disposes them. */
export function buildContestants(spec: DataSpec, { filters, layers, scale, seed }: SuperResolutionOptions): Contestants {
  const sizes = { spec, filters, blocks: layers, seed };
  return { multiScale: new MultiScale({ ...sizes, scale }), plain: new PixelCnn(sizes) };
}
