import { getKernel, type TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { type Call, define } from '../kernel.ts';
import { type Clamp, noClamp } from './correlation.ts';
import { convolve, convolves } from './forward.ts';
import type { ConvolutionAttributes, Layout } from './info.ts';

interface Inputs {
  readonly x: TensorInfo;
  readonly filter: TensorInfo;
  readonly bias?: TensorInfo;
  readonly preluActivationWeights?: TensorInfo;
}

interface Attributes extends ConvolutionAttributes {
  readonly activation?: string;
  readonly leakyreluAlpha?: number;
}

/** A convolution with bias and activation in one pass, or in two where the activation is more than a clamp. */
export const fusedKernel = (name: string, layout: Layout) =>
  define<Inputs, Attributes>(name, {
    fits: ({ inputs: { x, filter, bias }, attrs }) => convolves(layout, x, filter, attrs) && isPlain(bias, layout, filter),
    run({ inputs, attrs, backend }) {
      const { x, filter, bias } = inputs;
      const clamp = clampOf(attrs.activation);
      const y = convolve(backend, layout, x, filter, attrs, bias, clamp ?? noClamp);
      return clamp ? y : activate(y, { inputs, attrs, backend });
    },
  });

/** One value for each output channel. */
function isPlain(bias: TensorInfo | undefined, layout: Layout, { shape }: TensorInfo): boolean {
  if (!bias) return true;
  const channels = layout === 'dense' ? shape[3]! : shape[2]! * shape[3]!;
  return bias.dtype === 'float32' && bias.shape.length === 1 && bias.shape[0] === channels;
}

function clampOf(activation = 'linear'): Clamp | undefined {
  if (activation === 'linear') return noClamp;
  if (activation === 'relu') return { lowest: 0, highest: Number.POSITIVE_INFINITY };
  return activation === 'relu6' ? { lowest: 0, highest: 6 } : undefined;
}

/** The backend's own activation of `y`, which is disposed. */
function activate(y: TensorInfo, { inputs, attrs, backend }: Call<Inputs, Attributes>): TensorInfo {
  const result = activated(y, inputs.preluActivationWeights, attrs, backend);
  backend.disposeIntermediateTensorInfo(y);
  return result;
}

function activated(
  x: TensorInfo,
  alpha: TensorInfo | undefined,
  { activation, leakyreluAlpha }: Attributes,
  backend: SimdBackend,
): TensorInfo {
  const run = (name: string, inputs: Record<string, TensorInfo>, attrs = {}) =>
    getKernel(name, 'simd').kernelFunc({ inputs, attrs, backend }) as TensorInfo;
  if (activation === 'prelu' && alpha) return run('Prelu', { x, alpha });
  if (activation === 'leakyrelu') return run('LeakyRelu', { x }, { alpha: leakyreluAlpha });
  return run(activation === 'elu' ? 'Elu' : 'Sigmoid', { x });
}
