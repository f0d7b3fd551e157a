import { Conv2d, type Rng } from '@genmodels/core';
import { NormalizedLayer } from './normalized-layer.ts';
import { type Stream, shiftedPadding } from './shifted-padding.ts';

export interface ShiftedConv2dOptions {
  readonly inputs: number;
  readonly filters: number;
  readonly stream: Stream;
  /** @default [2, 3] above, [2, 2] before */
  readonly kernelSize?: readonly [rows: number, columns: number];
  /** 2 for half the rows and columns. @default 1 */
  readonly stride?: number;
  /** Standard deviation of the outputs after initialisation. @default 1 */
  readonly initialScale?: number;
}

/**
 * A convolution that is shifted, not masked, so that all of its kernel counts (Salimans et al. 2017, 1701.05517, section 2.3).
 * Weight-normalised.
 */
export function shiftedConv2d(options: ShiftedConv2dOptions, rng: Rng): NormalizedLayer {
  const { inputs, filters, stream, stride = 1, initialScale } = options;
  const kernelSize = options.kernelSize ?? streamKernel[stream];
  const padding = shiftedPadding(stream, kernelSize);
  const layer = new Conv2d({ inputs, filters, kernelSize, strides: stride, padding }, rng);
  return new NormalizedLayer(Object.assign(layer, { padding, stride, transposed: false }), initialScale);
}

/** What the layers of a stream see, where nothing else is said. */
export const streamKernel = { above: [2, 3], before: [2, 2] } as const satisfies Record<Stream, readonly [number, number]>;
