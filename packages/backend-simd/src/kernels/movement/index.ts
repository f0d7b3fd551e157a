import type { KernelConfig } from '@tensorflow/tfjs-core';
import { concatKernel } from './concat.ts';
import { depthToSpaceKernel } from './depth-to-space.ts';
import { gatherV2Kernel } from './gather.ts';
import { gatherNdKernel } from './gather-nd.ts';
import { mirrorPadKernel } from './mirror-pad.ts';
import { oneHotKernel } from './one-hot.ts';
import { packKernel } from './pack.ts';
import { padV2Kernel } from './pad.ts';
import { resizeBilinearGradKernel, resizeBilinearKernel } from './resize-bilinear.ts';
import { resizeNearestNeighborGradKernel, resizeNearestNeighborKernel } from './resize-nearest.ts';
import { reverseKernel } from './reverse.ts';
import { scatterNdKernel } from './scatter-nd.ts';
import { sliceKernel } from './slice.ts';
import { batchToSpaceNDKernel, spaceToBatchNDKernel } from './space-to-batch.ts';
import { splitVKernel } from './split.ts';
import { stridedSliceKernel } from './strided-slice.ts';
import { tensorScatterUpdateKernel } from './tensor-scatter-update.ts';
import { tileKernel } from './tile.ts';
import { transposeKernel } from './transpose.ts';
import { unpackKernel } from './unpack.ts';
import { unsortedSegmentSumKernel } from './unsorted-segment-sum.ts';

/**
 * Kernels that move numbers about, and the resizing of images. Reshape, Identity and their like of the cpu backend move nothing.
 */
export function movementKernels(): KernelConfig[] {
  return [
    ...[transposeKernel(), sliceKernel(), stridedSliceKernel(), reverseKernel(), tileKernel()],
    ...[depthToSpaceKernel(), spaceToBatchNDKernel(), batchToSpaceNDKernel()],
    ...[padV2Kernel(), mirrorPadKernel()],
    ...[concatKernel(), packKernel(), splitVKernel(), unpackKernel()],
    ...[
      gatherV2Kernel(),
      gatherNdKernel(),
      scatterNdKernel(),
      unsortedSegmentSumKernel(),
      oneHotKernel(),
      tensorScatterUpdateKernel(),
    ],
    ...[resizeBilinearKernel(), resizeBilinearGradKernel(), resizeNearestNeighborKernel(), resizeNearestNeighborGradKernel()],
  ];
}
