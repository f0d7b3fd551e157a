import { type KernelConfig, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { activate } from '../activate.ts';
import { call } from '../call.ts';
import { define } from '../kernel.ts';
import { matMul } from './mat-mul.ts';
import { areFloats, type Operands, type Transposes } from './operands.ts';

interface FusedOperands extends Operands {
  readonly bias?: TensorInfo | null;
  readonly preluActivationWeights?: TensorInfo;
}

interface FusedAttributes extends Transposes {
  readonly activation: string;
  readonly leakyreluAlpha?: number;
}

/** tf.fused.matMul: a product, a bias and an activation. */
export function fusedMatMul(): KernelConfig {
  return define<FusedOperands, FusedAttributes>('_FusedMatMul', {
    fits: ({ inputs }) => areFloats(inputs),
    run({ inputs, attrs, backend }) {
      const { bias, preluActivationWeights } = inputs;
      const finish = attrs.activation === 'relu' ? 'relu' : 'none';
      const direct = bias == null || isRow(bias, inputs, attrs);
      const product = direct ? matMul(backend, inputs, attrs, bias, finish) : add(backend, matMul(backend, inputs, attrs), bias);
      if (direct && finish === 'relu') return product;
      return activate(backend, product, attrs.activation, {
        alpha: preluActivationWeights,
        leakyreluAlpha: attrs.leakyreluAlpha,
      });
    },
  });
}

/** Whether each row of the product gets the same values. */
function isRow(bias: TensorInfo, { b }: Operands, { transposeB }: Transposes): boolean {
  const columns = b.shape.at(transposeB ? -2 : -1);
  return bias.dtype === 'float32' && bias.shape.at(-1) === columns && util.sizeFromShape(bias.shape) === columns;
}

function add(backend: SimdBackend, product: TensorInfo, bias: TensorInfo): TensorInfo {
  const sum = call(backend, 'Add', { a: product, b: bias });
  backend.disposeIntermediateTensorInfo(product);
  return sum;
}
