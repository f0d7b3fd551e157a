import type { TensorInfo } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { adjoint, type Resampling, resample } from '../movement/resampling.ts';
import { type PoolAttrs, pool, type Windows, windowsOf } from './pooling-windows.ts';

export const avgPoolKernel = () =>
  define<{ x: TensorInfo }, PoolAttrs>('AvgPool', {
    fits: ({ inputs: { x } }) => x.dtype === 'float32',
    run: ({ inputs: { x }, attrs, backend }) => pool('avgPool', backend, x, attrs),
  });

/**
 * The adjoint of the forward pass, which leaves padding out of its means. Every stock backend divides by the size of the window
 * all the same, which is wrong where a window reaches over the border.
 */
export const avgPoolGradKernel = () =>
  define<{ dy: TensorInfo; input: TensorInfo }, PoolAttrs>('AvgPoolGrad', {
    fits: ({ inputs: { dy, input } }) => dy.dtype === 'float32' && input.dtype === 'float32',
    run({ inputs: { dy, input }, attrs, backend }) {
      const { rows, columns } = windowsOf(input.shape, attrs);
      const rowsBack = adjoint(means(rows, dy.shape[1]!), rows.size);
      return resample(backend, dy, rowsBack, adjoint(means(columns, dy.shape[2]!), columns.size));
    },
  });

/** Each window takes the mean of what it covers. */
function means({ size, window, stride, before }: Windows, count: number): Resampling {
  return Array.from({ length: count }, (_, place) => {
    const corner = place * stride - before;
    const first = Math.max(corner, 0);
    const covered = Math.max(Math.min(corner + window, size) - first, 0);
    return { first, weights: new Array<number>(covered).fill(1 / covered) };
  });
}
