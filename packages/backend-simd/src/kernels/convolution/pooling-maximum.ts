import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { rowsPerChunk } from '../movement/chunks.ts';
import { type PoolAttrs, pool, windowsOf, wordsOf } from './pooling-windows.ts';

export const maxPoolKernel = () =>
  define<{ x: TensorInfo }, PoolAttrs>('MaxPool', {
    fits: ({ inputs: { x } }) => x.dtype === 'float32',
    run: ({ inputs: { x }, attrs, backend }) => pool('maxPool', backend, x, attrs),
  });

/** The gradient goes to the first maximum of each window, row by row, as in the cpu kernel. */
export const maxPoolGradKernel = () =>
  define<{ dy: TensorInfo; input: TensorInfo; output: TensorInfo }, PoolAttrs>('MaxPoolGrad', {
    fits: ({ inputs: { dy, input } }) => dy.dtype === 'float32' && input.dtype === 'float32',
    run({ inputs: { dy, input }, attrs, backend }) {
      const { rows, columns } = windowsOf(input.shape, attrs);
      const [batch, outHeight] = dy.shape as [number, number, number, number];
      const dx = backend.empty(input.shape);
      if (util.sizeFromShape(input.shape) === 0) return dx;
      const overlap = rows.window > rows.stride; // then an image must stay on one thread
      const band = overlap ? Number.POSITIVE_INFINITY : rowsPerChunk(columns.size * dy.shape[3]! * rows.stride * 4);
      const bands = Math.max(Math.ceil(outHeight / band), 1);
      const addresses = [backend.addressOf(input), backend.addressOf(dx)] as const;
      const words = [...wordsOf(rows, columns, dy.shape), backend.addressOf(dy), Math.min(band, outHeight)];
      backend.machine.run('maxPoolGrad', batch * bands, ...addresses, batch * bands, bands, ...words);
      return dx;
    },
  });
