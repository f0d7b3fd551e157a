import type { TensorInfo } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { filterGradient } from './filter-gradient.ts';
import { areOrdinary, type ConvolutionAttributes, convolutionInfo, isWhole, type Layout } from './info.ts';
import { forwardSizes } from './sizes.ts';

interface Attributes extends ConvolutionAttributes {
  readonly filterShape: number[];
}

export const filterGradientKernel = (name: string, layout: Layout) =>
  define<{ x: TensorInfo; dy: TensorInfo }, Attributes>(name, {
    fits({ inputs: { x, dy }, attrs }) {
      return areOrdinary(x, dy, attrs) && isWhole(convolutionInfo(layout, x.shape, attrs.filterShape, attrs), dy);
    },
    run({ inputs: { x, dy }, attrs, backend }) {
      const filter = backend.empty(attrs.filterShape);
      filterGradient(backend, {
        source: backend.addressOf(x),
        filter: backend.addressOf(dy),
        bias: 0,
        out: backend.addressOf(filter),
        ...forwardSizes(layout, convolutionInfo(layout, x.shape, attrs.filterShape, attrs)),
      });
      return filter;
    },
  });
