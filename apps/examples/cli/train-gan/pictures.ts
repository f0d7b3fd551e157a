import type { Gan } from '@genmodels/gan';
import type { Surroundings } from '../surroundings.ts';
import type { ConditionalData } from '../training/conditional-data.ts';
import { drawNearest } from '../training/draw-nearest.ts';
import { drawInterpolations } from './interpolation.ts';
import { type Projected, projectImages } from './projection.ts';
import { drawSamplesPicture } from './samples-picture.ts';

/** PNG files; what follows the samples is shown of images alone. */
export interface GanPictures {
  readonly samples: Uint8Array;
  readonly interpolations?: Uint8Array;
  readonly neighbors?: Uint8Array;
  /** Absent after Ctrl-C: the search takes a while. */
  readonly projected?: Projected;
}

export async function drawPictures(
  gan: Gan,
  data: ConditionalData,
  seed: number,
  { signal }: Surroundings,
): Promise<GanPictures> {
  const samples = await drawSamplesPicture(gan, data, seed);
  if (data.examples !== 'images') return { samples };
  const interpolations = await drawInterpolations(gan, seed);
  const neighbors = await drawNearest(gan, data.train, seed);
  if (signal.aborted) return { samples, interpolations, neighbors };
  return { samples, interpolations, neighbors, projected: await projectImages(gan, data.test, seed, signal) };
}
