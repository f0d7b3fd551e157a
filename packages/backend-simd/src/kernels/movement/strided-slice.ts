import { type StridedSliceAttrs, slice_util, type TensorInfo } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { axesOf } from './axes.ts';
import { isMovable } from './element.ts';
import { move } from './move.ts';

/** The cpu kernel takes the wrong axes where a stride meets `shrinkAxisMask`; this one does not. */
export const stridedSliceKernel = () =>
  define<{ x: TensorInfo }, StridedSliceAttrs>('StridedSlice', {
    fits: ({ inputs: { x } }) => isMovable(x),
    run({ inputs: { x }, attrs, backend }) {
      const { begin, end, strides, finalShape } = sliceInfo(x.shape, attrs);
      const walk = axesOf(x.shape).map(({ stride }, axis) => {
        const extent = Math.max(Math.ceil((end[axis]! - begin[axis]!) / strides[axis]!), 0);
        return { extent, stride: stride * strides[axis]!, start: begin[axis]! * stride };
      });
      const offset = walk.reduce((sum, { start }) => sum + start, 0);
      return move(backend, x, finalShape, walk, offset);
    },
  });

function sliceInfo(shape: number[], attrs: StridedSliceAttrs) {
  const { begin, end, strides, beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask } = attrs;
  return slice_util.sliceInfo(shape, begin, end, strides, beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask);
}
