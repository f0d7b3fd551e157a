import { backend_util, type TensorInfo } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { bytesOf, integersOf, isMovable } from './element.ts';
import { flatIndices } from './flat-indices.ts';
import { pick } from './pick.ts';

export const gatherNdKernel = () =>
  define<{ params: TensorInfo; indices: TensorInfo }>('GatherNd', {
    fits: ({ inputs: { params, indices } }) => isMovable(params) && indices.dtype === 'int32',
    run({ inputs: { params, indices }, backend }) {
      const [shape, count, sliceSize, strides] = backend_util.prepareAndValidate(params as never, indices as never);
      const bytes = sliceSize * bytesOf(params.dtype);
      const rank = indices.shape.at(-1)!;
      const rows = flatIndices(integersOf(backend, indices), { count, rank, strides, shape: params.shape, scale: bytes });
      return pick(backend, params, shape, [rows], bytes);
    },
  });
