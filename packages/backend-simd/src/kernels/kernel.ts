import {
  getKernel,
  type KernelConfig,
  type KernelFunc,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend.ts';

/** What a kernel is called with: tensors and attributes by their names in tfjs. */
export interface Call<Inputs, Attributes> {
  readonly inputs: Inputs;
  readonly attrs: Attributes;
  readonly backend: SimdBackend;
}

/** A kernel of our own. */
export interface Kernel<Inputs, Attributes> {
  run(call: Call<Inputs, Attributes>): TensorInfo | TensorInfo[];
  /** Whether ours can do it; where it cannot, the kernel of tfjs's cpu backend does. @default always */
  fits?(call: Call<Inputs, Attributes>): boolean;
}

/** Puts a kernel of ours before the one of the cpu backend. */
export function define<Inputs extends object, Attributes extends object = object>(
  kernelName: string,
  { run, fits }: Kernel<Inputs, Attributes>,
): KernelConfig {
  const kernelFunc = (call: { inputs: NamedTensorInfoMap; attrs?: NamedAttrMap; backend: unknown }) => {
    const ours = call as unknown as Call<Inputs, Attributes>;
    return fits === undefined || fits(ours) ? run(ours) : onCpu(kernelName, call);
  };
  return { kernelName, backendName: 'simd', kernelFunc: kernelFunc as KernelFunc };
}

/** Runs a kernel of tfjs's cpu backend on tensors of ours. */
export function onCpu(kernelName: string, call: { inputs: NamedTensorInfoMap; attrs?: NamedAttrMap; backend: unknown }) {
  return getKernel(kernelName, 'cpu').kernelFunc({ attrs: {}, ...call } as Parameters<KernelFunc>[0]);
}
