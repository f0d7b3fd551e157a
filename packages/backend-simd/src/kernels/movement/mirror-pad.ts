import type { MirrorPadAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { axesOf } from './axes.ts';
import { bytesOf, isMovable } from './element.ts';
import { pick } from './pick.ts';

export const mirrorPadKernel = () =>
  define<{ x: TensorInfo }, MirrorPadAttrs>('MirrorPad', {
    fits: ({ inputs: { x } }) => isMovable(x) && x.shape.length > 0,
    run({ inputs: { x }, attrs: { paddings, mode }, backend }) {
      const bytes = bytesOf(x.dtype);
      const shape = x.shape.map((extent, axis) => paddings[axis]![0] + extent + paddings[axis]![1]);
      // The axes behind the last that is padded move in one piece.
      const padded = paddings.reduce((count, [before, after], axis) => (before + after > 0 ? axis + 1 : count), 0);
      if (padded === 0) return backend.reshaped(x, shape);
      const edge = mode === 'reflect' ? 1 : 0;
      const axes = axesOf(x.shape).slice(0, padded);
      const tables = axes.map(({ extent, stride }, axis) =>
        mirrored(extent, ...paddings[axis]!, edge).map((place) => place * stride * bytes),
      );
      return pick(backend, x, shape, tables, axes.at(-1)!.stride * bytes);
    },
  });

/** The place that each padded one repeats: 2 1 | 0 1 2 | 1 0 with the edge left out (1), 1 0 | 0 1 2 | 2 1 without (0). */
function mirrored(extent: number, before: number, after: number, edge: 0 | 1): number[] {
  return Array.from({ length: before + extent + after }, (_, index) => {
    const place = index - before;
    if (place < 0) return edge - 1 - place;
    return place < extent ? place : 2 * extent - 1 - edge - place;
  });
}
