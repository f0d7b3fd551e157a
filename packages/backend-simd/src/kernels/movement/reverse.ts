import { type ReverseAttrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { axesOf } from './axes.ts';
import { isMovable } from './element.ts';
import { move } from './move.ts';

export const reverseKernel = () =>
  define<{ x: TensorInfo }, ReverseAttrs>('Reverse', {
    fits: ({ inputs: { x } }) => isMovable(x),
    run({ inputs: { x }, attrs: { dims }, backend }) {
      const axes = axesOf(x.shape);
      let offset = 0;
      for (const axis of new Set(util.parseAxisParam(dims, x.shape))) {
        const { extent, stride } = axes[axis]!;
        offset += (extent - 1) * stride;
        axes[axis] = { extent, stride: -stride };
      }
      return move(backend, x, x.shape, axes, offset);
    },
  });
