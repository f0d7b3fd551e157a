import type { ResizeBilinearAttrs, ResizeBilinearGradAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { adjoint, type Resampling, resample } from './resampling.ts';
import { type ResizeMode, sourcePlaces } from './resize-scale.ts';

export const resizeBilinearKernel = () =>
  define<{ images: TensorInfo }, ResizeBilinearAttrs>('ResizeBilinear', {
    fits: ({ inputs: { images } }) => images.dtype === 'float32',
    run({ inputs: { images }, attrs, backend }) {
      const [, height, width] = images.shape as [number, number, number, number];
      return resample(backend, images, bilinear(height, attrs.size[0], attrs), bilinear(width, attrs.size[1], attrs));
    },
  });

/** The adjoint of the forward pass; the cpu kernel knows no half pixel centers, and mixes height and width up. */
export const resizeBilinearGradKernel = () =>
  define<{ images: TensorInfo; dy: TensorInfo }, ResizeBilinearGradAttrs & ResizeMode>('ResizeBilinearGrad', {
    fits: ({ inputs: { images, dy } }) => images.dtype === 'float32' && dy.dtype === 'float32',
    run({ inputs: { images, dy }, attrs, backend }) {
      const [, height, width] = images.shape as [number, number, number, number];
      const rows = adjoint(bilinear(height, dy.shape[1]!, attrs), height);
      return resample(backend, dy, rows, adjoint(bilinear(width, dy.shape[2]!, attrs), width));
    },
  });

/** Each place takes from the two around it. */
function bilinear(input: number, output: number, mode: ResizeMode): Resampling {
  const center = mode.halfPixelCenters ? 0.5 : 0;
  return sourcePlaces(input, output, mode).map((source) => {
    const place = source - center;
    const first = Math.max(0, Math.floor(place));
    const share = place - first;
    const alone = share <= 0 || first >= input - 1;
    return { first: Math.min(first, input - 1), weights: alone ? [1] : [1 - share, share] };
  });
}
