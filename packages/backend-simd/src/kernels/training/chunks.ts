import { type TensorInfo, util } from '@tensorflow/tfjs-core';

/** As in assembly/training/chunk.ts. */
const CHUNK = 8192;

export function sizeOf({ shape }: Pick<TensorInfo, 'shape'>): number {
  return util.sizeFromShape(shape);
}

export function chunksOf(size: number): number {
  return Math.ceil(size / CHUNK);
}
