import type { TensorInfo } from '@tensorflow/tfjs-core';
import { activate } from '../activate.ts';
import { type Call, define } from '../kernel.ts';
import { type Clamp, noClamp } from './correlation.ts';
import { convolve } from './forward.ts';
import { areOrdinary, type ConvolutionAttributes, type Layout } from './info.ts';
import { leftToCpu } from './left-to-cpu.ts';

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
    fits: ({ inputs: { x, filter, bias }, attrs }) => areOrdinary(x, filter, attrs) && isPlain(bias, layout, filter),
    run(call) {
      const clamp = clampOf(call.attrs.activation);
      const y = convolve(layout, call, call.inputs.bias, clamp);
      if (y === undefined) return leftToCpu(name, call);
      return clamp ? y : activated(y, call);
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

function activated(
  y: TensorInfo,
  { inputs, attrs: { activation, leakyreluAlpha }, backend }: Call<Inputs, Attributes>,
): TensorInfo {
  return activate(backend, y, activation ?? 'linear', { alpha: inputs.preluActivationWeights, leakyreluAlpha });
}
