import { backend_util, type SplitVAttrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { define } from '../kernel.ts';
import { isMovable } from './element.ts';
import { split } from './pieces.ts';

export const splitVKernel = () =>
  define<{ x: TensorInfo }, SplitVAttrs>('SplitV', {
    fits: ({ inputs: { x } }) => isMovable(x),
    run({ inputs: { x }, attrs: { numOrSizeSplits, axis }, backend }) {
      const [place] = util.parseAxisParam(axis, x.shape) as [number];
      const sizes = backend_util.prepareSplitSize(x as never, numOrSizeSplits, place);
      const shapes = sizes.map((size) => x.shape.map((extent, other) => (other === place ? size : extent)));
      return splitAlong(backend, x, shapes, place);
    },
  });

/** Tensors of these shapes from what stands one after the other along an axis of x. */
export function splitAlong(backend: SimdBackend, x: TensorInfo, shapes: readonly number[][], axis: number): TensorInfo[] {
  if (shapes.length === 1) return [backend.reshaped(x, shapes[0]!)];
  const pieces = shapes.map((shape) => backend.empty(shape, x.dtype));
  if (util.sizeFromShape(x.shape) > 0) split(backend, { whole: x, pieces, rows: util.sizeFromShape(x.shape.slice(0, axis)) });
  return pieces;
}
