import { backend_util } from '@tensorflow/tfjs-core';
import type { Shape5 } from './planar.ts';

/** What the kernels that pool volumes are called with. */
export interface VolumePoolAttributes {
  readonly filterSize: [number, number, number] | number;
  readonly strides: [number, number, number] | number;
  readonly pad: 'valid' | 'same' | number;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/** Pooling of images, as the kernels of tfjs know it. */
export interface Pass {
  readonly inShape: number[];
  readonly outShape: number[];
  readonly attributes: object;
}

/**
 * Pooling of volumes [batch, depth, height, width, channels] is that of images, twice: of each plane, then of images whose rows
 * are planes. A maximum of maxima is one, and so is a mean of means: all rows of a window have equally many elements inside the
 * volume.
 */
export function passesOf(
  shape: readonly number[],
  { filterSize, strides, pad, dimRoundingMode }: VolumePoolAttributes,
): { planes: Pass; depth: Pass; outShape: number[] } {
  const info = backend_util.computePool3DInfo(shape as Shape5, filterSize, strides, 1, pad, dimRoundingMode);
  const { batchSize, inDepth, inHeight, inWidth, inChannels, outDepth, outHeight, outWidth, padInfo } = info;
  const planes: Pass = {
    inShape: [batchSize * inDepth, inHeight, inWidth, inChannels],
    outShape: [batchSize * inDepth, outHeight, outWidth, inChannels],
    attributes: {
      filterSize: [info.filterHeight, info.filterWidth],
      strides: [info.strideHeight, info.strideWidth],
      pad: [[0, 0], [padInfo.top, padInfo.bottom], [padInfo.left, padInfo.right], [0, 0]], // biome-ignore format: an axis each
      dimRoundingMode,
    },
  };
  const depth: Pass = {
    inShape: [batchSize, inDepth, outHeight * outWidth, inChannels],
    outShape: [batchSize, outDepth, outHeight * outWidth, inChannels],
    attributes: {
      filterSize: [info.filterDepth, 1],
      strides: [info.strideDepth, 1],
      pad: [[0, 0], [padInfo.front, padInfo.back], [0, 0], [0, 0]], // biome-ignore format: an axis each
      dimRoundingMode,
    },
  };
  return { planes, depth, outShape: info.outShape };
}
