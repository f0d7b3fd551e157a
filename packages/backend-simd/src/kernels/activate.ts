import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend.ts';
import { call } from './call.ts';

/** The kernels of the activations that fused ops may end with. */
const activations: Readonly<Record<string, string>> = {
  relu: 'Relu',
  relu6: 'Relu6',
  elu: 'Elu',
  sigmoid: 'Sigmoid',
  leakyrelu: 'LeakyRelu',
  prelu: 'Prelu',
};

/** Applies an activation by its name in tfjs's fused ops, and disposes what it was applied to. */
export function activate(
  backend: SimdBackend,
  x: TensorInfo,
  name: string,
  { alpha, leakyreluAlpha }: { alpha?: TensorInfo | undefined; leakyreluAlpha?: number | undefined },
): TensorInfo {
  if (name === 'linear') return x;
  const kernel = activations[name];
  if (kernel === undefined) throw new Error(`fused ops end with ${Object.keys(activations).join(', ')} or linear, got ${name}`);
  const inputs = name === 'prelu' ? { x, alpha: alpha! } : { x };
  const attrs = name === 'leakyrelu' ? { alpha: leakyreluAlpha ?? 0.2 } : {};
  const y = call(backend, kernel, inputs, attrs);
  backend.disposeIntermediateTensorInfo(x);
  return y;
}
