import { type OneHotAttrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { rowsPerChunk } from './chunks.ts';
import { bitsOf } from './element.ts';

export const oneHotKernel = () =>
  define<{ indices: TensorInfo }, OneHotAttrs>('OneHot', {
    fits: ({ inputs: { indices }, attrs: { dtype } }) => indices.dtype === 'int32' && (dtype === 'float32' || dtype === 'int32'),
    run({ inputs: { indices }, attrs: { dtype, depth, onValue, offValue }, backend }) {
      const out = backend.empty([...indices.shape, depth], dtype);
      const count = util.sizeFromShape(indices.shape);
      if (count === 0) return out;
      const share = rowsPerChunk(depth * 4);
      const addresses = [backend.addressOf(indices), backend.addressOf(out)] as const;
      const values = [bitsOf(backend, dtype, onValue), bitsOf(backend, dtype, offValue)];
      backend.machine.run('oneHot', Math.ceil(count / share), ...addresses, count, share, depth, ...values);
      return out;
    },
  });
