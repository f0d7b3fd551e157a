import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { define } from '../kernel.ts';
import { correlate } from './correlation.ts';
import { areOrdinary, type ConvolutionAttributes, convolutionInfo, type Info, type Layout } from './info.ts';
import { leftToCpu } from './left-to-cpu.ts';
import { backwardSizes } from './sizes.ts';

/** Values that `sumCopies` makes in a chunk: assembly/convolution/sum-copies.ts. */
const SUM_CHUNK = 4096;

interface Attributes extends ConvolutionAttributes {
  readonly inputShape: number[];
}

/** dx from dy, which is also the transposed convolution. Taps of zeros are left out, as in a convolution. */
export const inputGradientKernel = (name: string, layout: Layout) =>
  define<{ dy: TensorInfo; filter: TensorInfo }, Attributes>(name, {
    fits: ({ inputs: { dy, filter }, attrs }) => areOrdinary(dy, filter, attrs),
    run(call) {
      const { inputs, attrs, backend } = call;
      const info = convolutionInfo(layout, attrs.inputShape, inputs.filter.shape, attrs, inputs.dy);
      if (info === undefined) return leftToCpu(name, call);
      const dx = backend.empty(info.inShape);
      const places = { source: backend.addressOf(inputs.dy), filter: backend.addressOf(inputs.filter), bias: 0 };
      const out = backend.addressOf(dx);
      if (layout === 'dense' || info.inChannels === info.outChannels) {
        correlate(backend, backwardSizes(layout, info), { ...places, out }, true);
      } else sumGradients(backend, info, places, out);
      return dx;
    },
  });

/** Depthwise, each channel of the input has several of the output: their gradients one by one, then the sums. */
function sumGradients(
  backend: SimdBackend,
  info: Info,
  places: { source: number; filter: number; bias: number },
  out: number,
): void {
  const size = util.sizeFromShape(info.inShape);
  const copies = info.outChannels / info.inChannels;
  backend.machine.withScratch(4 * size * copies, (single) => {
    correlate(backend, backwardSizes('depthwise', info), { ...places, out: single }, true);
    backend.machine.run('sumCopies', Math.ceil(size / SUM_CHUNK), single, out, size, copies);
  });
}
