import type { DepthToSpaceAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { axesOf } from './axes.ts';
import { isMovable } from './element.ts';
import { move } from './move.ts';

export const depthToSpaceKernel = () =>
  define<{ x: TensorInfo }, DepthToSpaceAttrs>('DepthToSpace', {
    fits: ({ inputs: { x }, attrs }) => isMovable(x) && attrs.dataFormat === 'NHWC',
    run({ inputs: { x }, attrs: { blockSize }, backend }) {
      const [batch, height, width, depth] = x.shape as [number, number, number, number];
      const channels = depth / (blockSize * blockSize);
      const axes = axesOf([batch, height, width, blockSize, blockSize, channels]);
      const shape = [batch, height * blockSize, width * blockSize, channels];
      return move(
        backend,
        x,
        shape,
        [0, 1, 3, 2, 4, 5].map((axis) => axes[axis]!),
      );
    },
  });
