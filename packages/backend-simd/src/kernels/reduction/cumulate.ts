import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { define, onCpu } from '../kernel.ts';
import { aroundAxis } from './passes.ts';
import { holds } from './reduce.ts';

interface Attributes {
  readonly axis: number;
  readonly exclusive: boolean;
  readonly reverse: boolean;
}

/** Numbers that a thread reads at a time. */
const CHUNK = 4096;

export const cumsumKernel = () => cumulative('Cumsum', 'cumulateSum');

export const cumprodKernel = () => cumulative('Cumprod', 'cumulateProduct');

function cumulative(kernelName: 'Cumsum' | 'Cumprod', kernel: 'cumulateSum' | 'cumulateProduct') {
  return define<{ x: TensorInfo }, Attributes>(kernelName, {
    run({ inputs: { x }, attrs: { axis: given, exclusive, reverse }, backend }) {
      const axis = util.parseAxisParam(given, x.shape)[0]!; // the cpu kernel gives nonsense for a negative one
      if (!holds(x, 'float32')) return onCpu(kernelName, { inputs: { x }, attrs: { axis, exclusive, reverse }, backend });
      const { outer, size, inner } = aroundAxis(x.shape, axis);
      const from = backend.addressOf(x);
      const out = backend.empty(x.shape);
      const vectors = outer * Math.ceil(inner / 4);
      const perChunk = Math.ceil(CHUNK / size / Math.min(inner, 4));
      const chunks = Math.ceil(vectors / perChunk);
      const flags = [Number(exclusive), Number(reverse)];
      backend.machine.run(kernel, chunks, from, backend.addressOf(out), outer, size, inner, perChunk, ...flags);
      return out;
    },
  });
}
