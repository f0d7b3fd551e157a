import type { TensorInfo } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { filterGradient } from './filter-gradient.ts';
import { areOrdinary, type ConvolutionAttributes, convolutionInfo, type Layout } from './info.ts';
import { leftToCpu } from './left-to-cpu.ts';
import { forwardSizes } from './sizes.ts';

interface Attributes extends ConvolutionAttributes {
  readonly filterShape: number[];
}

export const filterGradientKernel = (name: string, layout: Layout) =>
  define<{ x: TensorInfo; dy: TensorInfo }, Attributes>(name, {
    fits: ({ inputs: { x, dy }, attrs }) => areOrdinary(x, dy, attrs),
    run(call) {
      const { inputs, attrs, backend } = call;
      const info = convolutionInfo(layout, inputs.x.shape, attrs.filterShape, attrs, inputs.dy);
      if (info === undefined) return leftToCpu(name, call);
      const filter = backend.empty(attrs.filterShape);
      const [source, dy, out] = [backend.addressOf(inputs.x), backend.addressOf(inputs.dy), backend.addressOf(filter)];
      filterGradient(backend, forwardSizes(layout, info), { source, filter: dy, bias: 0, out });
      return filter;
    },
  });
