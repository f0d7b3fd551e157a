import { type TensorInfo, type UnsortedSegmentSumAttrs, util } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { sumSegments } from './segments.ts';

/** The gradient of gathering. Unlike the cpu kernel, it keeps infinities and NaN in the segments to which they belong. */
export const unsortedSegmentSumKernel = () =>
  define<{ x: TensorInfo; segmentIds: TensorInfo }, UnsortedSegmentSumAttrs>('UnsortedSegmentSum', {
    fits: ({ inputs: { x, segmentIds } }) =>
      x.dtype === 'float32' && segmentIds.dtype === 'int32' && segmentIds.shape.length === 1,
    run({ inputs: { x, segmentIds }, attrs: { numSegments }, backend }) {
      const [count, ...rest] = x.shape as [number, ...number[]];
      const address = backend.addressOf(x);
      const segmentOf = backend.addressOf(segmentIds);
      const rows = { address, segmentOf, count, width: util.sizeFromShape(rest), dtype: x.dtype };
      return sumSegments(backend, rows, [numSegments, ...rest], numSegments);
    },
  });
