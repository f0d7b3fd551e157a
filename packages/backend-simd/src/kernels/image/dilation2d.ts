import { backend_util, type Dilation2DAttrs, type KernelConfig, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { define } from '../kernel.ts';
import { floatsOf } from '../values.ts';
import { eachMaximum, type WindowLayout } from './window-maxima.ts';

interface Operands {
  readonly x: TensorInfo; // [batch, height, width, channels]
  readonly filter: TensorInfo; // [height, width, channels]
}

type Gradient = Operands & { readonly dy: TensorInfo };

/** Grey dilation: the maximum of x + filter. Stock cpu takes nothing below -2^53 for one. */
export function dilation2dKernel(): KernelConfig {
  return define<Operands, Dilation2DAttrs>('Dilation2D', {
    fits: ({ inputs }) => areFloats(inputs),
    run({ inputs: { x, filter }, attrs, backend }) {
      const layout = layoutOf(x, filter, attrs);
      const out = backend.empty(layout.outShape);
      const values = floatsOf(backend, out);
      eachMaximum(floatsOf(backend, x), floatsOf(backend, filter), layout, (element, { value }) => {
        values[element] = value;
      });
      return out;
    },
  });
}

/** The gradient goes to the first pixel that attains the maximum. */
export function dilation2dBackpropInputKernel(): KernelConfig {
  return define<Gradient, Dilation2DAttrs>('Dilation2DBackpropInput', {
    fits: ({ inputs }) => areFloats(inputs) && inputs.dy.dtype === 'float32',
    run: ({ inputs, attrs, backend }) => passBack(backend, inputs, attrs, inputs.x, 'at'),
  });
}

/** And to its weight. */
export function dilation2dBackpropFilterKernel(): KernelConfig {
  return define<Gradient, Dilation2DAttrs>('Dilation2DBackpropFilter', {
    fits: ({ inputs }) => areFloats(inputs) && inputs.dy.dtype === 'float32',
    run: ({ inputs, attrs, backend }) => passBack(backend, inputs, attrs, inputs.filter, 'tap'),
  });
}

function passBack(
  backend: SimdBackend,
  { x, filter, dy }: Gradient,
  attrs: Dilation2DAttrs,
  to: TensorInfo,
  place: 'at' | 'tap',
) {
  const gradient = backend.empty(to.shape);
  const sums = new Float64Array(util.sizeFromShape(to.shape));
  const parts = floatsOf(backend, dy);
  eachMaximum(floatsOf(backend, x), floatsOf(backend, filter), layoutOf(x, filter, attrs), (element, maximum) => {
    if (maximum.at >= 0) sums[maximum[place]]! += parts[element]!;
  });
  floatsOf(backend, gradient).set(sums);
  return gradient;
}

function areFloats({ x, filter }: Operands): boolean {
  return x.dtype === 'float32' && filter.dtype === 'float32';
}

function layoutOf(x: TensorInfo, filter: TensorInfo, { strides, pad, dilations }: Dilation2DAttrs): WindowLayout {
  type Shape = [number, number, number, number];
  const shape = filter.shape as [number, number, number];
  return backend_util.computeDilation2DInfo(x.shape as Shape, shape, strides, pad, 'NHWC', dilations);
}
