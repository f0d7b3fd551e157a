import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { passesOf } from './passes.ts';
import { type Axes, holds, reduce, type Step } from './reduce.ts';

/** Numbers that a thread reads at a time. */
const CHUNK = 8192;

/** In one pass only: between two, a product would have to fit into float32. */
export const prodKernel = () =>
  define<{ x: TensorInfo }, Axes>('Prod', {
    fits: ({ inputs: { x }, attrs }) =>
      holds(x, 'float32') && passesOf(x.shape, util.parseAxisParam(attrs.axis, x.shape)).length < 2,
    run: ({ inputs: { x }, attrs, backend }) => reduce(backend, x, attrs, stepAlong('product')),
  });

export const allKernel = () => ofBooleans('All', 'all');

export const anyKernel = () => ofBooleans('Any', 'any');

function ofBooleans(kernelName: 'All' | 'Any', kernel: 'all' | 'any') {
  return define<{ x: TensorInfo }, Axes>(kernelName, {
    fits: ({ inputs: { x } }) => holds(x, 'bool'),
    run: ({ inputs: { x }, attrs, backend }) => reduce(backend, x, attrs, stepAlong(kernel)),
  });
}

/** A pass by one of the kernels in assembly/reduction/along.ts. */
export function stepAlong(kernel: 'product' | 'integerSum' | 'all' | 'any'): Step {
  return (machine, from, to, { outer, size, inner }) => {
    const perChunk = Math.ceil(CHUNK / size);
    machine.run(kernel, Math.ceil((outer * inner) / perChunk), from, to, outer, size, inner, perChunk);
  };
}
