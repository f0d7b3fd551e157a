import { backend_util, type KernelConfig, type TensorInfo } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { integersOf, isMovable } from './element.ts';
import { flatIndices } from './flat-indices.ts';

interface Inputs {
  readonly tensor: TensorInfo;
  readonly indices: TensorInfo; // [..., rank]
  readonly updates: TensorInfo;
}

/** A copy of a tensor with some slices replaced; of those for one place, the last one stays. */
export function tensorScatterUpdateKernel(): KernelConfig {
  return define<Inputs>('TensorScatterUpdate', {
    fits: ({ inputs: { tensor, indices, updates } }) =>
      isMovable(tensor) && updates.dtype === tensor.dtype && indices.dtype === 'int32' && updates.shape.length > 0,
    run({ inputs: { tensor, indices, updates }, backend }) {
      const { shape, dtype } = tensor;
      const sizes = backend_util.calculateShapes(updates as never, indices as never, shape);
      const { sliceRank: rank, numUpdates: count, sliceSize: width, strides } = sizes;
      const places = flatIndices(integersOf(backend, indices), { count, rank, strides, shape, scale: width });
      const out = backend.empty(shape, dtype);
      const valuesOf = ({ dataId }: TensorInfo) => backend.data.get(dataId).values as Float32Array; // or of another type
      const [to, parts] = [valuesOf(out), valuesOf(updates)];
      to.set(valuesOf(tensor));
      for (let i = 0; i < count; i++) to.set(parts.subarray(i * width, (i + 1) * width), places[i]!);
      return out;
    },
  });
}
