import type { Surroundings } from '../surroundings.ts';
import { type ConditionalData, nameClasses } from '../training/conditional-data.ts';
import { loadImages } from '../training/load-images.ts';
import type { TrainPixelcnnOptions } from './options.ts';

/** Throws 'invalid-argument' where the data are no images, or lack the classes that the options ask for. */
export async function loadPixelcnnData(options: TrainPixelcnnOptions, surroundings: Surroundings): Promise<ConditionalData> {
  return nameClasses(await loadImages(options, surroundings), options, surroundings);
}
