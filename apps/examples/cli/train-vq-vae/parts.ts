import { inParts } from '../data/in-parts.ts';

/** Images that a VQ-VAE sees together: feature maps take much more memory than images. */
const atOnce = 250;

/** The numbers of all of so many images, some at a time. */
export function parts({ length }: { readonly length: number }): number[][] {
  return inParts(length, atOnce);
}
