import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { rowsPerChunk } from './chunks.ts';

/**
 * Rows, and the addresses of their numbers and of the segment (int32) of each. A row whose segment is none of those there are
 * counts nowhere.
 */
export interface Rows {
  readonly address: number;
  readonly segmentOf: number;
  readonly count: number;
  readonly width: number;
  readonly dtype: DataType;
}

/** Sums the rows of each segment, in their order: `shape` is [segments, width], or the same under another shape. */
export function sumSegments(backend: SimdBackend, rows: Rows, shape: number[], segments: number): TensorInfo {
  const out = backend.empty(shape, rows.dtype);
  if (segments === 0 || rows.width === 0) return out;
  const to = backend.addressOf(out);
  const { machine } = backend;
  const { address, segmentOf, count, width, dtype } = rows;
  machine.withScratch((segments + 2 + count) * 4, (starts) => {
    const order = starts + (segments + 2) * 4;
    const share = rowsPerChunk(4 * width * (1 + count / segments));
    machine.run('sortSegments', 1, segmentOf, count, segments, starts, order);
    const kernel = dtype === 'float32' ? 'sumSegments' : 'sumSegmentsOfIntegers';
    machine.run(kernel, Math.ceil(segments / share), address, to, segments, share, width, starts, order);
  });
  return out;
}
