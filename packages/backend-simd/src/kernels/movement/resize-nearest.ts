import type { ResizeNearestNeighborAttrs, ResizeNearestNeighborGradAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { bytesOf, isMovable } from './element.ts';
import { pick } from './pick.ts';
import { adjoint, type Resampling, resample } from './resampling.ts';
import { type ResizeMode, sourcePlaces } from './resize-scale.ts';

export const resizeNearestNeighborKernel = () =>
  define<{ images: TensorInfo }, ResizeNearestNeighborAttrs>('ResizeNearestNeighbor', {
    fits: ({ inputs: { images } }) => isMovable(images),
    run({ inputs: { images }, attrs, backend }) {
      const [batch, height, width, channels] = images.shape as [number, number, number, number];
      const [newHeight, newWidth] = attrs.size;
      const pixel = channels * bytesOf(images.dtype);
      const tables = [
        Array.from({ length: batch }, (_, image) => image * height * width * pixel),
        nearest(height, newHeight, attrs).map((row) => row * width * pixel),
        nearest(width, newWidth, attrs).map((column) => column * pixel),
      ];
      return pick(backend, images, [batch, newHeight, newWidth, channels], tables, pixel);
    },
  });

/** The adjoint of the forward pass; the cpu kernel knows no half pixel centers, and is wrong for more than one image. */
export const resizeNearestNeighborGradKernel = () =>
  define<{ images: TensorInfo; dy: TensorInfo }, ResizeNearestNeighborGradAttrs & ResizeMode>('ResizeNearestNeighborGrad', {
    fits: ({ inputs: { images, dy } }) => images.dtype === 'float32' && dy.dtype === 'float32',
    run({ inputs: { images, dy }, attrs, backend }) {
      const [rows, columns] = [1, 2].map((axis) => {
        const places = nearest(images.shape[axis]!, dy.shape[axis]!, attrs);
        return adjoint(
          places.map((first) => ({ first, weights: [1] })),
          images.shape[axis]!,
        );
      }) as [Resampling, Resampling];
      return resample(backend, dy, rows, columns);
    },
  });

function nearest(input: number, output: number, mode: ResizeMode): number[] {
  const round = mode.alignCorners ? Math.round : Math.floor;
  return sourcePlaces(input, output, mode).map((place) => Math.max(0, Math.min(input - 1, round(place))));
}
