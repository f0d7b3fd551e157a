import type { PriorOptions } from '@genmodels/core';

/** How images are drawn from p(x given z). */
export interface PixelVaeDrawOptions extends Omit<PriorOptions, 'count'> {
  /** False computes the whole network anew for every pixel: the slow way to the same images, for comparisons. @default true */
  readonly incremental?: boolean;
}

/** `temperature` scales the prior's standard deviation, and is that of the pixels too. */
export interface PixelVaeSampleOptions extends PixelVaeDrawOptions, Pick<PriorOptions, 'count'> {
  /** That of the pixels alone: below 1 nearer to the likeliest grain of the same image. @default temperature */
  readonly pixelTemperature?: number;
}
