import { getKernel, type NamedAttrMap, type NamedTensorInfoMap, type TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend.ts';

/**
 * Runs a registered kernel with one output inside another. The caller disposes what it returns, by
 * `disposeIntermediateTensorInfo`.
 */
export function call(
  backend: SimdBackend,
  kernel: string,
  inputs: Readonly<Record<string, TensorInfo>> | readonly TensorInfo[],
  attrs: object = {},
): TensorInfo {
  const { kernelFunc } = getKernel(kernel, 'simd');
  return kernelFunc({ inputs: inputs as unknown as NamedTensorInfoMap, attrs: attrs as NamedAttrMap, backend }) as TensorInfo;
}
