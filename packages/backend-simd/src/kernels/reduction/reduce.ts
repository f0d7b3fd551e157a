import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import type { Machine } from '../../wasm/machine.ts';
import { type Pass, passesOf, shapeWithout } from './passes.ts';

/** Which axes go (null: all), and whether they stay in the shape with size 1. */
export interface Axes {
  readonly axis: number | number[];
  readonly keepDims: boolean;
}

/** Does one pass, from one address to another. */
export type Step = (machine: Machine, from: number, to: number, pass: Pass, isLast: boolean) => void;

/** Reduces a tensor, which holds something, to one of the same dtype. */
export function reduce(backend: SimdBackend, x: TensorInfo, { axis, keepDims }: Axes, step: Step): TensorInfo {
  const axes = util.parseAxisParam(axis, x.shape);
  const shape = shapeWithout(x.shape, axes, keepDims);
  const passes = passesOf(x.shape, axes);
  if (passes.length === 0) return backend.reshaped(x, shape);
  return passes.reduce((from, pass, index) => {
    const isLast = index === passes.length - 1;
    const to = backend.empty(isLast ? shape : [pass.outer, pass.inner], x.dtype);
    step(backend.machine, backend.addressOf(from), backend.addressOf(to), pass, isLast);
    if (index > 0) backend.disposeData(from.dataId);
    return to;
  }, x);
}

/** Whether there is something to reduce, of one of these dtypes. */
export function holds({ shape, dtype }: TensorInfo, ...dtypes: string[]): boolean {
  return dtypes.includes(dtype) && util.sizeFromShape(shape) > 0;
}
