import { type BatchToSpaceNDAttrs, backend_util, type SpaceToBatchNDAttrs, type TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { define } from '../kernel.ts';
import { isMovable } from './element.ts';
import { padded } from './pad.ts';
import { sliced } from './slice.ts';
import { transposed } from './transpose.ts';

export const spaceToBatchNDKernel = () =>
  define<{ x: TensorInfo }, SpaceToBatchNDAttrs>('SpaceToBatchND', {
    fits: ({ inputs: { x } }) => isMovable(x),
    run({ inputs: { x }, attrs: { blockShape, paddings }, backend }) {
      const edges = x.shape.map((_, axis) => (paddings[axis - 1] ?? [0, 0]) as [number, number]); // of the batch: none
      return intoBlocks(backend, padded(backend, x, edges, 0), blockShape, false);
    },
  });

export const batchToSpaceNDKernel = () =>
  define<{ x: TensorInfo }, BatchToSpaceNDAttrs>('BatchToSpaceND', {
    fits: ({ inputs: { x } }) => isMovable(x),
    run({ inputs: { x }, attrs: { blockShape, crops }, backend }) {
      backend.incRef(x.dataId);
      const whole = intoBlocks(backend, x, blockShape, true);
      const begin = whole.shape.map((_, axis) => crops[axis - 1]?.[0] ?? 0);
      const size = whole.shape.map((extent, axis) => extent - begin[axis]! - (crops[axis - 1]?.[1] ?? 0));
      const out = sliced(backend, whole, begin, size);
      backend.disposeIntermediateTensorInfo(whole);
      return out;
    },
  });

/** Moves the blocks of the batch into space, or back. Disposes x. */
function intoBlocks(backend: SimdBackend, x: TensorInfo, blockShape: number[], batchToSpace: boolean): TensorInfo {
  const blocks = blockShape.reduce((size, extent) => size * extent, 1);
  const shape = backend_util.getReshaped(x.shape, blockShape, blocks, batchToSpace);
  const permutation = backend_util.getPermuted(shape.length, blockShape.length, batchToSpace);
  const moved = transposed(backend, { ...x, shape }, permutation);
  backend.disposeIntermediateTensorInfo(x);
  return { ...moved, shape: backend_util.getReshapedPermuted(x.shape, blockShape, blocks, batchToSpace) };
}
