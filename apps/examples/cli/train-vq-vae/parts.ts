/** Images that a VQ-VAE sees together: feature maps take much more memory than images. */
const atOnce = 250;

/** The numbers of all of so many images, some at a time. */
export function parts({ length }: { readonly length: number }): number[][] {
  const firsts = Array.from({ length: Math.ceil(length / atOnce) }, (_, i) => i * atOnce);
  return firsts.map((first) => Array.from({ length: Math.min(atOnce, length - first) }, (_, i) => first + i));
}
