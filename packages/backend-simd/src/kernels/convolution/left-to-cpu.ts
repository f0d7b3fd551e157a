import type { TensorInfo } from '@tensorflow/tfjs-core';
import { type Call, onCpu } from '../kernel.ts';

/** The same call to the cpu backend's kernel, for what only shows to be no work of ours when the sizes are known. */
export function leftToCpu(name: string, call: Call<object, object>): TensorInfo {
  return onCpu(name, call as unknown as Parameters<typeof onCpu>[1]) as TensorInfo;
}
