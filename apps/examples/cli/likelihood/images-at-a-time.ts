import type { DataSpec } from '@genmodels/core';

/** A PixelCNN++ of 32 filters holds about 60 kB for each while it computes, and WebAssembly ends at 4 GB. */
const pixels = 16_384;

/** How many images a model looks at together where speed does not ask for more. */
export function imagesAtATime({ shape }: DataSpec): number {
  const [height, width] = shape as [number, number];
  return Math.max(1, Math.floor(pixels / (height * width)));
}
