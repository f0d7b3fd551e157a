import type { Lattice } from './multi-scale-lattice.ts';
import type { PixelModel } from './pixel-model.ts';

/** A model of two scales as the functions beside it see it. */
export interface MultiScaleParts extends Pick<PixelModel, 'spec'> {
  readonly config: { readonly classes: number; readonly mapChannels: number };
  readonly lattice: Lattice;
  /** p(small image) */
  readonly small: PixelModel;
  /** p(large image | small image): its map is the small image's pixels in their places, among zeros, and the user's map. */
  readonly large: PixelModel;
}
