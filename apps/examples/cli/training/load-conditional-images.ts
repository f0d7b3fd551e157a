import type { Surroundings } from '../surroundings.ts';
import { type ConditionalData, nameClasses } from './conditional-data.ts';
import { loadImages } from './load-images.ts';
import type { DataOptions } from './training-data.ts';

/** Throws 'invalid-argument' where the data are no images, or lack the classes that the options ask for. */
export async function loadConditionalImages(
  options: DataOptions & { readonly conditional: boolean },
  surroundings: Surroundings,
): Promise<ConditionalData> {
  return nameClasses(await loadImages(options, surroundings), options, surroundings);
}
