import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';

export const addKernel = () =>
  define<{ a: TensorInfo; b: TensorInfo }>('Add', {
    fits: ({ inputs: { a, b } }) => a.dtype === 'float32' && b.dtype === 'float32' && util.arraysEqual(a.shape, b.shape),
    run({ inputs: { a, b }, backend }) {
      const out = backend.empty(a.shape);
      const size = util.sizeFromShape(a.shape);
      backend.machine.run(
        'add',
        Math.ceil(size / 16384),
        backend.addressOf(a),
        backend.addressOf(b),
        backend.addressOf(out),
        size,
      );
      return out;
    },
  });
