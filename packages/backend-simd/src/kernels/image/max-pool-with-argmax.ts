import { backend_util, type KernelConfig, type MaxPoolWithArgmaxAttrs, type TensorInfo } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { floatsOf, integersOf } from '../values.ts';
import { eachMaximum } from './window-maxima.ts';

/** Maxima, and where they lie in the batch or in their image; stock cpu keeps these places as float32. */
export function maxPoolWithArgmaxKernel(): KernelConfig {
  return define<{ x: TensorInfo }, MaxPoolWithArgmaxAttrs>('MaxPoolWithArgmax', {
    fits: ({ inputs: { x } }) => x.dtype === 'float32',
    run({ inputs: { x }, attrs: { filterSize, strides, pad, includeBatchInIndex }, backend }) {
      const [, height, width, channels] = x.shape as [number, number, number, number];
      const layout = backend_util.computePool2DInfo(x.shape as [number, number, number, number], filterSize, strides, 1, pad);
      const outputs = [backend.empty(layout.outShape), backend.empty(layout.outShape, 'int32')] as const;
      const [maxima, places] = [floatsOf(backend, outputs[0]), integersOf(backend, outputs[1])];
      const nothing = new Float32Array(layout.filterHeight * layout.filterWidth * channels); // is added to each pixel
      const size = includeBatchInIndex ? Number.POSITIVE_INFINITY : height * width * channels;
      eachMaximum(floatsOf(backend, x), nothing, layout, (element, { value, at }) => {
        maxima[element] = value;
        places[element] = at % size;
      });
      return [...outputs];
    },
  });
}
