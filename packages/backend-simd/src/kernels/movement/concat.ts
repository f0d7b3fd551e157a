import { backend_util, type ConcatAttrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { define } from '../kernel.ts';
import { isMovable } from './element.ts';
import { join } from './pieces.ts';

export const concatKernel = () =>
  define<TensorInfo[], ConcatAttrs>('Concat', {
    fits: ({ inputs }) => haveOneType(inputs),
    run({ inputs, attrs, backend }) {
      const axis = util.parseAxisParam(attrs.axis, inputs[0]!.shape)[0]!;
      const shapes = inputs.map(({ shape }) => shape);
      backend_util.assertParamsConsistent(shapes, axis);
      const pieces = inputs.filter(({ shape }) => util.sizeFromShape(shape) > 0);
      const shape = backend_util.computeOutShape(shapes, axis);
      if (pieces.length === 1) return backend.reshaped(pieces[0]!, shape);
      return joined(backend, pieces.length > 0 ? pieces : inputs, shape, axis);
    },
  });

export function haveOneType(inputs: readonly TensorInfo[]): boolean {
  return isMovable(inputs[0]!) && inputs.every(({ dtype }) => dtype === inputs[0]!.dtype);
}

/** A tensor of this shape that has the pieces one after the other along an axis. */
export function joined(backend: SimdBackend, pieces: readonly TensorInfo[], shape: number[], axis: number): TensorInfo {
  const whole = backend.empty(shape, pieces[0]!.dtype);
  if (util.sizeFromShape(shape) > 0) join(backend, { whole, pieces, rows: util.sizeFromShape(shape.slice(0, axis)) });
  return whole;
}
