import type { TensorInfo, TransposeAttrs } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { define } from '../kernel.ts';
import { axesOf } from './axes.ts';
import { isMovable } from './element.ts';
import { move } from './move.ts';

export const transposeKernel = () =>
  define<{ x: TensorInfo }, TransposeAttrs>('Transpose', {
    fits: ({ inputs: { x } }) => isMovable(x),
    run: ({ inputs: { x }, attrs: { perm }, backend }) => transposed(backend, x, perm),
  });

export function transposed(backend: SimdBackend, x: TensorInfo, permutation: readonly number[]): TensorInfo {
  const axes = axesOf(x.shape);
  const walk = permutation.map((axis) => axes[axis]!);
  return move(
    backend,
    x,
    walk.map(({ extent }) => extent),
    walk,
  );
}
