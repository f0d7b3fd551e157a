import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { define } from '../kernel.ts';
import { correlate, noClamp } from './correlation.ts';
import { areOrdinary, type ConvolutionAttributes, convolutionInfo, type Info, isWhole, type Layout } from './info.ts';
import { backwardSizes } from './sizes.ts';

/** Values that `sumCopies` makes in a chunk: assembly/convolution/sum-copies.ts. */
const SUM_CHUNK = 4096;

interface Attributes extends ConvolutionAttributes {
  readonly inputShape: number[];
}

/** dx from dy, which is also the transposed convolution. Taps of zeros are left out, as in a convolution. */
export const inputGradientKernel = (name: string, layout: Layout) =>
  define<{ dy: TensorInfo; filter: TensorInfo }, Attributes>(name, {
    fits({ inputs: { dy, filter }, attrs }) {
      return areOrdinary(dy, filter, attrs) && isWhole(convolutionInfo(layout, attrs.inputShape, filter.shape, attrs), dy);
    },
    run({ inputs: { dy, filter }, attrs, backend }) {
      const info = convolutionInfo(layout, attrs.inputShape, filter.shape, attrs);
      const dx = backend.empty(info.inShape);
      if (layout === 'dense' || info.inChannels === info.outChannels)
        gradient(backend, layout, info, dy, filter, backend.addressOf(dx));
      else summedGradient(backend, info, dy, filter, dx);
      return dx;
    },
  });

function gradient(backend: SimdBackend, layout: Layout, info: Info, dy: TensorInfo, filter: TensorInfo, out: number): void {
  correlate(backend, {
    source: backend.addressOf(dy),
    filter: backend.addressOf(filter),
    bias: 0,
    out,
    ...backwardSizes(layout, info),
    ...noClamp,
    transposed: true,
  });
}

/** Each channel of the input has several of the output: their gradients one by one, then the sums. */
function summedGradient(backend: SimdBackend, info: Info, dy: TensorInfo, filter: TensorInfo, dx: TensorInfo): void {
  const size = util.sizeFromShape(dx.shape);
  const copies = info.outChannels / info.inChannels;
  const out = backend.addressOf(dx);
  backend.machine.withScratch(4 * size * copies, (single) => {
    gradient(backend, 'depthwise', info, dy, filter, single);
    backend.machine.run('sumCopies', Math.ceil(size / SUM_CHUNK), single, out, size, copies);
  });
}
