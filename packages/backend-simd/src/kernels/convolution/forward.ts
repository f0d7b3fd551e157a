import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { type Call, define } from '../kernel.ts';
import { type Clamp, correlate } from './correlation.ts';
import { areOrdinary, type ConvolutionAttributes, convolutionInfo, type Layout } from './info.ts';
import { leftToCpu } from './left-to-cpu.ts';
import { forwardSizes } from './sizes.ts';

interface Inputs {
  readonly x: TensorInfo;
  readonly filter: TensorInfo;
}

export const forwardKernel = (name: string, layout: Layout) =>
  define<Inputs, ConvolutionAttributes>(name, {
    fits: ({ inputs: { x, filter }, attrs }) => areOrdinary(x, filter, attrs),
    run: (call) => convolve(layout, call) ?? leftToCpu(name, call),
  });

/**
 * y [batch, height, width, channels] = x * filter + bias [channels], clamped; `undefined` where there is nothing to compute.
 *
 * A tap of the filter whose weights are all zero, as a causal mask makes them, is left out: what stands under it has no effect, NaN and infinities included.
 * Where a 3x3 filter is transformed (winograd.ts), an infinity under it may give NaN, since values are subtracted that are both infinite.
 */
export function convolve(
  layout: Layout,
  { inputs: { x, filter }, attrs, backend }: Call<Inputs, ConvolutionAttributes>,
  bias?: TensorInfo,
  clamp?: Clamp,
): TensorInfo | undefined {
  const info = convolutionInfo(layout, x.shape, filter.shape, attrs);
  if (info === undefined) return undefined;
  const out = backend.empty(info.outShape);
  correlate(backend, forwardSizes(layout, info), placesOf(backend, x, filter, out, bias), false, clamp);
  return out;
}

function placesOf(backend: SimdBackend, x: TensorInfo, filter: TensorInfo, out: TensorInfo, bias?: TensorInfo) {
  return {
    source: backend.addressOf(x),
    filter: backend.addressOf(filter),
    bias: bias ? backend.addressOf(bias) : 0,
    out: backend.addressOf(out),
  };
}
