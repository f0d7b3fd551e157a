import { backend_util, type GatherV2Attrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { bytesOf, integersOf, isMovable } from './element.ts';
import { pick, type Table } from './pick.ts';

export const gatherV2Kernel = () =>
  define<{ x: TensorInfo; indices: TensorInfo }, GatherV2Attrs>('GatherV2', {
    fits: ({ inputs: { x, indices } }) => isMovable(x) && indices.dtype === 'int32',
    run({ inputs: { x, indices }, attrs, backend }) {
      const [axis] = util.parseAxisParam(attrs.axis, x.shape) as [number];
      const sizes = backend_util.segment_util.collectGatherOpShapeInfo(x as never, indices as never, axis, attrs.batchDims ?? 0);
      const bytes = sizes.sliceSize * bytesOf(x.dtype);
      const picks = offsetsOf(integersOf(backend, indices), sizes.dimSize, bytes);
      return pick(backend, x, sizes.outputShape, tablesOf(picks, sizes, bytes), bytes);
    },
  });

/** Times the bytes of a slice. Throws, in the words of the cpu kernel, for an index that is not below `size`. */
function offsetsOf(indices: Int32Array, size: number, bytes: number): Int32Array {
  const offsets = new Int32Array(indices.length);
  for (let place = 0; place < indices.length; place++) {
    const index = indices[place]!;
    if (index < 0 || index >= size) throw new Error(`GatherV2: the index value ${index} is not in [0, ${size - 1}]`);
    offsets[place] = index * bytes;
  }
  return offsets;
}

/**
 * x is [batch, outer, dim, slice] and the output [batch, outer, picked, slice]; each member of the batch has indices of its own.
 */
interface GatherSizes {
  readonly batchSize: number;
  readonly outerSize: number;
  readonly dimSize: number;
}

function tablesOf(picks: Int32Array, { batchSize, outerSize, dimSize }: GatherSizes, bytes: number): Table[] {
  const step = dimSize * bytes;
  if (batchSize === 1) return [Array.from({ length: outerSize }, (_, outer) => outer * step), picks];
  const picked = picks.length / batchSize;
  const size = outerSize * picked; // of a member
  const place = (_: unknown, index: number) =>
    Math.floor(index / picked) * step + picks[Math.floor(index / size) * picked + (index % picked)]!;
  return [Array.from({ length: batchSize * size }, place)];
}
