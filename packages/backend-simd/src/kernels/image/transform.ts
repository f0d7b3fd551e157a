import type { KernelConfig, TensorInfo, TransformAttrs } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { define } from '../kernel.ts';
import { floatsOf } from '../values.ts';
import { readPlace } from './beyond-border.ts';
import { type Picture, readBilinear, readNearest } from './read.ts';

interface Inputs {
  readonly image: TensorInfo; // [batch, height, width, channels]
  readonly transforms: TensorInfo; // [batch or 1, 8]
}

/** tf.image.transform; stock cpu does the first image of a batch alone. */
export function transformKernel(): KernelConfig {
  return define<Inputs, TransformAttrs>('Transform', {
    fits: ({ inputs: { image, transforms } }) => image.dtype === 'float32' && transforms.dtype === 'float32',
    run({ inputs: { image, transforms }, attrs, backend }) {
      const [batch, height, width, channels] = image.shape as [number, number, number, number];
      const [outHeight, outWidth] = attrs.outputShape ?? [height, width];
      const out = backend.empty([batch, outHeight, outWidth, channels]);
      const size = { width: outWidth, values: outHeight * outWidth * channels };
      for (let index = 0; index < batch; index++) {
        const picture = { values: floatsOf(backend, image), offset: index * height * width * channels, height, width, channels };
        const matrix = matrixOf(backend, transforms, index);
        const target = floatsOf(backend, out).subarray(index * size.values, (index + 1) * size.values);
        transform(picture, matrix, target, size.width, attrs);
      }
      return out;
    },
  });
}

function matrixOf(backend: SimdBackend, transforms: TensorInfo, index: number): Float32Array {
  const first = transforms.shape[0] === 1 ? 0 : index * 8;
  return floatsOf(backend, transforms).subarray(first, first + 8);
}

/** Each pixel (x, y) of the result is read at ((a0 x + a1 y + a2) / k, (b0 x + b1 y + b2) / k), with k = c0 x + c1 y + 1. */
function transform(picture: Picture, matrix: Float32Array, target: Float32Array, width: number, attrs: TransformAttrs): void {
  const [a0, a1, a2, b0, b1, b2, c0, c1] = matrix as unknown as [number, number, number, number, number, number, number, number];
  const { fillMode, fillValue } = attrs;
  const read = attrs.interpolation === 'nearest' ? readNearest : readBilinear;
  for (let to = 0, x = 0, y = 0; to < target.length; to += picture.channels) {
    const k = c0 * x + c1 * y + 1;
    if (k === 0) target.fill(fillValue, to, to + picture.channels);
    else {
      const row = readPlace((b0 * x + b1 * y + b2) / k, picture.height, fillMode);
      const column = readPlace((a0 * x + a1 * y + a2) / k, picture.width, fillMode);
      read(picture, row, column, fillValue, target, to);
    }
    if (++x < width) continue;
    x = 0;
    y++;
  }
}
