import { backend_util, type TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { call } from '../call.ts';
import type { DepthWindows } from './depth.ts';

/** What the kernels of 3-D convolutions are called with. */
export interface VolumeAttributes {
  readonly strides: [number, number, number] | number;
  readonly pad: 'valid' | 'same';
  readonly dilations?: [number, number, number] | number;
}

/** A convolution in three dimensions as one in two, of planes whose channels are the windows along the depth. */
export interface PlanarConvolution {
  readonly windows: DepthWindows;
  /** Attributes of the convolution of planes. */
  readonly attributes: object;
  readonly outShape: number[];
}

export type Shape5 = [number, number, number, number, number];

/** Shapes are [batch, depth, height, width, channels] and [depth, height, width, channels in, channels out]. */
export function planarConvolution(
  input: readonly number[],
  filter: readonly number[],
  { strides, pad, dilations = 1 }: VolumeAttributes,
): PlanarConvolution {
  const info = backend_util.computeConv3DInfo(input as Shape5, filter as Shape5, strides, dilations, pad);
  const { top, bottom, left, right, front } = info.padInfo;
  const windows = {
    batch: info.batchSize,
    depth: info.inDepth,
    height: info.inHeight,
    width: info.inWidth,
    channels: info.inChannels,
    planes: info.outDepth,
    window: info.filterDepth,
    stride: info.strideDepth,
    dilation: info.dilationDepth,
    before: front,
  };
  const attributes = {
    strides: [info.strideHeight, info.strideWidth],
    dilations: [info.dilationHeight, info.dilationWidth],
    pad: [[0, 0], [top, bottom], [left, right], [0, 0]], // biome-ignore format: an axis each
    dataFormat: 'NHWC',
  };
  return { windows, attributes, outShape: info.outShape };
}

/** [depth, height, width, channels, out] to [height, width, depth * channels, out]. */
export function planarFilter(backend: SimdBackend, filter: TensorInfo): TensorInfo {
  const [depth, height, width, channels, out] = filter.shape as Shape5;
  const turned = call(backend, 'Transpose', { x: filter }, { perm: [1, 2, 0, 3, 4] });
  return { ...turned, shape: [height, width, depth * channels, out] };
}

/** And back. */
export function volumeFilter(
  backend: SimdBackend,
  filter: TensorInfo,
  [depth, height, width, channels, out]: Shape5,
): TensorInfo {
  return call(
    backend,
    'Transpose',
    { x: { ...filter, shape: [height, width, depth, channels, out] } },
    { perm: [2, 0, 1, 3, 4] },
  );
}
