import { type AvgPoolAttrs, type AvgPoolGradAttrs, backend_util, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { rowsPerChunk } from '../movement/chunks.ts';

/** Attributes of every pooling kernel; a gradient has no rounding. */
export type PoolAttrs = AvgPoolGradAttrs & Partial<Pick<AvgPoolAttrs, 'dimRoundingMode'>>;

/** Along one axis: the size of the image and of the window, the window's stride, and the padding before. */
export interface Windows {
  readonly size: number;
  readonly window: number;
  readonly stride: number;
  readonly before: number;
}

export function windowsOf(shape: number[], { filterSize, strides, pad, dimRoundingMode }: PoolAttrs) {
  const images = shape as [number, number, number, number];
  const info = backend_util.computePool2DInfo(images, filterSize, strides, 1, pad, dimRoundingMode);
  const rows: Windows = { size: info.inHeight, window: info.filterHeight, stride: info.strideHeight, before: info.padInfo.top };
  const columns: Windows = { size: info.inWidth, window: info.filterWidth, stride: info.strideWidth, before: info.padInfo.left };
  return { rows, columns, outShape: info.outShape };
}

/** The forward pass of either kind. */
export function pool(kernel: 'avgPool' | 'maxPool', backend: SimdBackend, x: TensorInfo, attrs: PoolAttrs): TensorInfo {
  const { rows, columns, outShape } = windowsOf(x.shape, attrs);
  if (rows.window === 1 && columns.window === 1 && util.arraysEqual(x.shape, outShape)) return backend.reshaped(x, x.shape);
  const out = backend.empty(outShape);
  if (util.sizeFromShape(outShape) === 0) return out;
  const count = outShape[0] * outShape[1];
  const share = rowsPerChunk(outShape[2] * outShape[3] * rows.window * columns.window * 4);
  const addresses = [backend.addressOf(x), backend.addressOf(out)] as const;
  backend.machine.run(kernel, Math.ceil(count / share), ...addresses, count, share, ...wordsOf(rows, columns, outShape));
  return out;
}

/** The arguments of the kernels in assembly/ from the fifth on. */
export function wordsOf(rows: Windows, columns: Windows, [, height, width, channels]: readonly number[]): number[] {
  const sizes = [rows.size, columns.size, height!, width!, channels!];
  return [...sizes, rows.window, columns.window, rows.stride, columns.stride, rows.before, columns.before];
}
