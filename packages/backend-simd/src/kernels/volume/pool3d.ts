import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { call } from '../call.ts';
import { define } from '../kernel.ts';
import { passesOf, type VolumePoolAttributes } from './passes.ts';

export function avgPool3dKernel(): KernelConfig {
  return define<{ x: TensorInfo }, VolumePoolAttributes>('AvgPool3D', {
    // Windows that see nothing but padding have a mean of 0 in a volume, and none in an image.
    fits: ({ inputs: { x }, attrs }) => typeof attrs.pad === 'string' && isPooled(x, attrs),
    run: ({ inputs: { x }, attrs, backend }) => pool(backend, 'AvgPool', x, attrs),
  });
}

export function maxPool3dKernel(): KernelConfig {
  return define<{ x: TensorInfo }, VolumePoolAttributes>('MaxPool3D', {
    fits: ({ inputs: { x }, attrs }) => isPooled(x, attrs),
    run: ({ inputs: { x }, attrs, backend }) => pool(backend, 'MaxPool', x, attrs),
  });
}

/**
 * The transpose of the forward pass, which leaves padding out of its means; stock backends divide by the size of the whole
 * window all the same.
 */
export function avgPool3dGradKernel(): KernelConfig {
  return define<{ dy: TensorInfo; input: TensorInfo }, VolumePoolAttributes>('AvgPool3DGrad', {
    fits: ({ inputs: { dy, input }, attrs }) => dy.dtype === 'float32' && isPooled(input, attrs),
    run({ inputs: { dy, input }, attrs, backend }) {
      const { planes, depth } = passesOf(input.shape, attrs);
      const across = { dy: { ...dy, shape: depth.outShape }, input: { ...input, shape: depth.inShape } }; // whose shape alone counts
      const between = call(backend, 'AvgPoolGrad', across, depth.attributes);
      const along = { dy: { ...between, shape: planes.outShape }, input: { ...input, shape: planes.inShape } };
      const dx = call(backend, 'AvgPoolGrad', along, planes.attributes);
      backend.disposeIntermediateTensorInfo(between);
      return { ...dx, shape: input.shape };
    },
  });
}

/** The gradient goes to the first maximum of each window; stock cpu mistakes the window's height for its width. */
export function maxPool3dGradKernel(): KernelConfig {
  return define<{ dy: TensorInfo; input: TensorInfo; output: TensorInfo }, VolumePoolAttributes>('MaxPool3DGrad', {
    fits: ({ inputs: { dy, input }, attrs }) => dy.dtype === 'float32' && isPooled(input, attrs),
    run({ inputs: { dy, input, output }, attrs, backend }) {
      const { planes, depth } = passesOf(input.shape, attrs);
      const images = { ...input, shape: planes.inShape };
      const maxima = call(backend, 'MaxPool', { x: images }, planes.attributes);
      const across = {
        dy: { ...dy, shape: depth.outShape },
        input: { ...maxima, shape: depth.inShape },
        output: { ...output, shape: depth.outShape },
      };
      const between = call(backend, 'MaxPoolGrad', across, depth.attributes);
      const along = { dy: { ...between, shape: planes.outShape }, input: images, output: maxima };
      const dx = call(backend, 'MaxPoolGrad', along, planes.attributes);
      for (const each of [maxima, between]) backend.disposeIntermediateTensorInfo(each);
      return { ...dx, shape: input.shape };
    },
  });
}

/** Whether there is an output, and floats to make it of. */
function isPooled({ dtype, shape }: TensorInfo, attrs: VolumePoolAttributes): boolean {
  return dtype === 'float32' && !shape.includes(0) && !passesOf(shape, attrs).outShape.includes(0);
}

function pool(backend: SimdBackend, kernel: 'AvgPool' | 'MaxPool', x: TensorInfo, attrs: VolumePoolAttributes): TensorInfo {
  const { planes, depth, outShape } = passesOf(x.shape, attrs);
  const between = call(backend, kernel, { x: { ...x, shape: planes.inShape } }, planes.attributes);
  const out = call(backend, kernel, { x: { ...between, shape: depth.inShape } }, depth.attributes);
  backend.disposeIntermediateTensorInfo(between);
  return { ...out, shape: outShape };
}
