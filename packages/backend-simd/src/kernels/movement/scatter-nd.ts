import { backend_util, type ScatterNdAttrs, type TensorInfo } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { integersOf } from './element.ts';
import { flatIndices } from './flat-indices.ts';
import { sumSegments } from './segments.ts';

export const scatterNdKernel = () =>
  define<{ indices: TensorInfo; updates: TensorInfo }, ScatterNdAttrs>('ScatterNd', {
    fits: ({ inputs: { updates } }) => updates.dtype === 'float32' || updates.dtype === 'int32',
    run({ inputs: { indices, updates }, attrs: { shape }, backend }) {
      const sizes = backend_util.calculateShapes(updates as never, indices as never, shape);
      const { sliceRank: rank, numUpdates: count, sliceSize: width, strides } = sizes;
      const segments = width === 0 ? 0 : sizes.outputSize / width;
      const address = backend.addressOf(updates);
      const flat = flatIndices(integersOf(backend, indices), { count, rank, strides, shape, scale: 1 });
      return backend.machine.withScratch(count * 4, (segmentOf) => {
        new Int32Array(backend.machine.memory.buffer, segmentOf, count).set(flat);
        return sumSegments(backend, { address, segmentOf, count, width, dtype: updates.dtype }, [...shape], segments);
      });
    },
  });
