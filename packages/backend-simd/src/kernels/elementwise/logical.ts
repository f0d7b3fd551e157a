import { type KernelConfig, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { CHEAP } from './chunk.ts';

/** A kernel of two bool tensors of one shape. */
export function logical(kernelName: string, kernel: string): KernelConfig {
  return define<{ a: TensorInfo; b: TensorInfo }>(kernelName, {
    fits: ({ inputs: { a, b } }) => a.dtype === 'bool' && b.dtype === 'bool' && util.arraysEqual(a.shape, b.shape),
    run({ inputs: { a, b }, backend }) {
      const out = backend.empty(a.shape, 'bool');
      const size = util.sizeFromShape(a.shape);
      const addresses = [backend.addressOf(a), backend.addressOf(b), backend.addressOf(out)];
      backend.machine.run(kernel, Math.ceil(size / CHEAP), ...addresses, size, CHEAP);
      return out;
    },
  });
}
