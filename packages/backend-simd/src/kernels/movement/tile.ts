import type { TensorInfo, TileAttrs } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { axesOf } from './axes.ts';
import { isMovable } from './element.ts';
import { move } from './move.ts';

export const tileKernel = () =>
  define<{ x: TensorInfo }, TileAttrs>('Tile', {
    fits: ({ inputs: { x } }) => isMovable(x),
    run({ inputs: { x }, attrs: { reps }, backend }) {
      const shape = x.shape.map((extent, axis) => extent * reps[axis]!);
      const walk = axesOf(x.shape).flatMap((axis, index) => [{ extent: reps[index]!, stride: 0 }, axis]);
      return move(backend, x, shape, walk);
    },
  });
