import { type KernelConfig, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { floatsOf } from '../values.ts';

/**
 * x to the power of y, of one shape or a single number. Powers of float32 want float64, so this is JavaScript; small whole ones
 * are products.
 */
export function powKernel(): KernelConfig {
  return define<{ a: TensorInfo; b: TensorInfo }>('Pow', {
    fits: ({ inputs: { a, b } }) =>
      a.dtype === 'float32' && b.dtype === 'float32' && (util.arraysEqual(a.shape, b.shape) || isScalar(b)),
    run({ inputs: { a, b }, backend }) {
      const out = backend.empty(a.shape);
      const [bases, exponents, powers] = [floatsOf(backend, a), floatsOf(backend, b), floatsOf(backend, out)];
      if (isScalar(b)) raise(bases, exponents[0]!, powers);
      else for (let i = 0; i < powers.length; i++) powers[i] = bases[i]! ** exponents[i]!;
      return out;
    },
  });
}

function isScalar({ shape }: TensorInfo): boolean {
  return shape.length === 0;
}

function raise(bases: Float32Array, exponent: number, powers: Float32Array): void {
  if (exponent === 2) for (let i = 0; i < powers.length; i++) powers[i] = bases[i]! * bases[i]!;
  else if (exponent === 3) for (let i = 0; i < powers.length; i++) powers[i] = bases[i]! * bases[i]! * bases[i]!;
  else for (let i = 0; i < powers.length; i++) powers[i] = bases[i]! ** exponent;
}
