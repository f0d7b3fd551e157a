import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { define } from '../kernel.ts';
import { type Clamp, correlate, noClamp } from './correlation.ts';
import { areOrdinary, type ConvolutionAttributes, convolutionInfo, isWhole, type Layout } from './info.ts';
import { forwardSizes } from './sizes.ts';

export const forwardKernel = (name: string, layout: Layout) =>
  define<{ x: TensorInfo; filter: TensorInfo }, ConvolutionAttributes>(name, {
    fits: ({ inputs: { x, filter }, attrs }) => convolves(layout, x, filter, attrs),
    run: ({ inputs: { x, filter }, attrs, backend }) => convolve(backend, layout, x, filter, attrs),
  });

/** Whether `convolve` can do it. */
export function convolves(layout: Layout, x: TensorInfo, filter: TensorInfo, attributes: ConvolutionAttributes): boolean {
  return areOrdinary(x, filter, attributes) && isWhole(convolutionInfo(layout, x.shape, filter.shape, attributes));
}

/**
 * y [batch, height, width, channels] = x * filter + bias, clamped.
 *
 * A tap of the filter whose weights are all zero, as a causal mask makes them, is left out: what stands under it has no effect, NaN and infinities included.
 */
export function convolve(
  backend: SimdBackend,
  layout: Layout,
  x: TensorInfo,
  filter: TensorInfo,
  attributes: ConvolutionAttributes,
  bias?: TensorInfo,
  clamp: Clamp = noClamp,
): TensorInfo {
  const info = convolutionInfo(layout, x.shape, filter.shape, attributes);
  const out = backend.empty(info.outShape);
  correlate(backend, {
    source: backend.addressOf(x),
    filter: backend.addressOf(filter),
    bias: bias ? backend.addressOf(bias) : 0,
    out: backend.addressOf(out),
    ...forwardSizes(layout, info),
    ...clamp,
    transposed: false,
  });
  return out;
}
