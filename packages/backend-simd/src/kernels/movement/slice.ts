import { type SliceAttrs, slice_util, type TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { define } from '../kernel.ts';
import { axesOf } from './axes.ts';
import { isMovable } from './element.ts';
import { move } from './move.ts';

export const sliceKernel = () =>
  define<{ x: TensorInfo }, SliceAttrs>('Slice', {
    fits: ({ inputs: { x } }) => isMovable(x),
    run({ inputs: { x }, attrs, backend }) {
      const [begin, size] = slice_util.parseSliceParams(x, attrs.begin, attrs.size) as [number[], number[]];
      slice_util.assertParamsValid(x as never, begin, size);
      return sliced(backend, x, begin, size);
    },
  });

export function sliced(backend: SimdBackend, x: TensorInfo, begin: readonly number[], size: number[]): TensorInfo {
  const axes = axesOf(x.shape);
  const offset = axes.reduce((sum, { stride }, axis) => sum + begin[axis]! * stride, 0);
  return move(
    backend,
    x,
    size,
    axes.map(({ stride }, axis) => ({ extent: size[axis]!, stride })),
    offset,
  );
}
