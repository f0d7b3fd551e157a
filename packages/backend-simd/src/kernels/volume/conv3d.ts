import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { call } from '../call.ts';
import { define } from '../kernel.ts';
import { blocksOf, foldInto, unfold } from './depth.ts';
import { planarConvolution, planarFilter, type Shape5, type VolumeAttributes, volumeFilter } from './planar.ts';

export function conv3dKernel(): KernelConfig {
  return define<{ x: TensorInfo; filter: TensorInfo }, VolumeAttributes>('Conv3D', {
    fits: ({ inputs: { x, filter }, attrs }) =>
      areFilledFloats(x, filter) && !planarConvolution(x.shape, filter.shape, attrs).outShape.includes(0),
    run({ inputs: { x, filter }, attrs, backend }) {
      const { windows, attributes, outShape } = planarConvolution(x.shape, filter.shape, attrs);
      const weights = planarFilter(backend, filter);
      const parts = blocksOf(windows).map((block) => {
        const images = unfold(backend, x, windows, block);
        const part = call(backend, 'Conv2D', { x: images, filter: weights }, attributes);
        backend.disposeIntermediateTensorInfo(images);
        return part;
      });
      backend.disposeIntermediateTensorInfo(weights);
      return joined(backend, parts, outShape);
    },
  });
}

/** By the input: where the planes of a window go, what the window gets is added. */
export function conv3dBackpropInputKernel(): KernelConfig {
  return define<{ dy: TensorInfo; filter: TensorInfo }, VolumeAttributes & { inputShape: Shape5 }>('Conv3DBackpropInputV2', {
    fits: ({ inputs: { dy, filter } }) => areFilledFloats(dy, filter),
    run({ inputs: { dy, filter }, attrs, backend }) {
      const { windows, attributes } = planarConvolution(attrs.inputShape, filter.shape, attrs);
      const { height, width, channels, window } = windows;
      const weights = planarFilter(backend, filter);
      const dx = call(backend, 'Fill', {}, { shape: attrs.inputShape, value: 0, dtype: 'float32' });
      for (const { from, to } of blocksOf(windows)) {
        const inputShape = [to - from, height, width, window * channels];
        const part = planesOf(backend, dy, from, to);
        const images = call(backend, 'Conv2DBackpropInput', { dy: part, filter: weights }, { ...attributes, inputShape });
        foldInto(backend, dx, windows, images, { from, to });
        for (const each of [part, images]) backend.disposeIntermediateTensorInfo(each);
      }
      backend.disposeIntermediateTensorInfo(weights);
      return dx;
    },
  });
}

export function conv3dBackpropFilterKernel(): KernelConfig {
  return define<{ x: TensorInfo; dy: TensorInfo }, VolumeAttributes & { filterShape: Shape5 }>('Conv3DBackpropFilterV2', {
    fits: ({ inputs: { x, dy } }) => areFilledFloats(x, dy),
    run({ inputs: { x, dy }, attrs, backend }) {
      const { windows, attributes } = planarConvolution(x.shape, attrs.filterShape, attrs);
      const [depth, height, width, channels, out] = attrs.filterShape;
      const filterShape = [height, width, depth * channels, out];
      const parts = blocksOf(windows).map((block) => {
        const images = unfold(backend, x, windows, block);
        const part = planesOf(backend, dy, block.from, block.to);
        const gradient = call(backend, 'Conv2DBackpropFilter', { x: images, dy: part }, { ...attributes, filterShape });
        for (const each of [images, part]) backend.disposeIntermediateTensorInfo(each);
        return gradient;
      });
      const sum = added(backend, parts);
      const gradient = volumeFilter(backend, sum, attrs.filterShape);
      backend.disposeIntermediateTensorInfo(sum);
      return gradient;
    },
  });
}

function areFilledFloats(...tensors: TensorInfo[]): boolean {
  return tensors.every(({ dtype, shape }) => dtype === 'float32' && !shape.includes(0));
}

/** Planes of volumes [batch, depth, height, width, channels] as images [planes, height, width, channels]. */
function planesOf(backend: SimdBackend, volumes: TensorInfo, from: number, to: number): TensorInfo {
  const [batch, depth, ...plane] = volumes.shape as Shape5;
  const all = backend.reshaped(volumes, [batch * depth, ...plane]);
  if (to - from === batch * depth) return all;
  const some = call(backend, 'Slice', { x: all }, { begin: [from, 0, 0, 0], size: [to - from, ...plane] });
  backend.disposeIntermediateTensorInfo(all);
  return some;
}

/** The parts, which are given up, one after the other in one tensor. */
function joined(backend: SimdBackend, parts: TensorInfo[], shape: number[]): TensorInfo {
  if (parts.length === 1) return { ...parts[0]!, shape };
  const whole = call(backend, 'Concat', parts, { axis: 0 });
  for (const part of parts) backend.disposeIntermediateTensorInfo(part);
  return { ...whole, shape };
}

/** The sum of the parts, which are given up. */
function added(backend: SimdBackend, parts: TensorInfo[]): TensorInfo {
  return parts.reduce((a, b) => {
    const sum = call(backend, 'Add', { a, b });
    for (const part of [a, b]) backend.disposeIntermediateTensorInfo(part);
    return sum;
  });
}
