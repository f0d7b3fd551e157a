import type { KernelConfig, LRNAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { define } from '../kernel.ts';
import { floatsOf } from '../values.ts';

/**
 * Local response normalization: y = x * norm^-beta, norm = bias + alpha * the sum of squares of the channels around. Krizhevsky
 * et al. 2012.
 */
export function lrnKernel(): KernelConfig {
  return define<{ x: TensorInfo }, LRNAttrs>('LRN', {
    fits: ({ inputs: { x } }) => x.dtype === 'float32',
    run({ inputs: { x }, attrs, backend }) {
      const out = backend.empty(x.shape);
      const y = floatsOf(backend, out);
      eachPixel(backend, x, attrs, (values, norms, first) => {
        for (let c = 0; c < norms.length; c++) y[first + c] = values[first + c]! * power(norms[c]!, -attrs.beta);
      });
      return out;
    },
  });
}

/** dx = dy * norm^-beta - 2 alpha beta x * the sum of dy * y / norm of the channels around. */
export function lrnGradKernel(): KernelConfig {
  return define<{ x: TensorInfo; y: TensorInfo; dy: TensorInfo }, LRNAttrs>('LRNGrad', {
    fits: ({ inputs: { x, y, dy } }) => [x, y, dy].every(({ dtype }) => dtype === 'float32'),
    run({ inputs: { x, y, dy }, attrs, backend }) {
      const { alpha, beta, depthRadius } = attrs;
      const out = backend.empty(x.shape);
      const [dx, ys, dys] = [floatsOf(backend, out), floatsOf(backend, y), floatsOf(backend, dy)];
      const shares = new Float64Array(x.shape.at(-1)!);
      const sums = new Float64Array(shares.length);
      eachPixel(backend, x, attrs, (values, norms, first) => {
        for (let c = 0; c < norms.length; c++) shares[c] = (dys[first + c]! * ys[first + c]!) / norms[c]!;
        sumAround(shares, depthRadius, sums);
        for (let c = 0; c < norms.length; c++) {
          dx[first + c] = dys[first + c]! * power(norms[c]!, -beta) - 2 * alpha * beta * values[first + c]! * sums[c]!;
        }
      });
      return out;
    },
  });
}

/** Calls back for each pixel with the norms of its channels; its values are those from `first` on. */
function eachPixel(
  backend: SimdBackend,
  x: TensorInfo,
  { depthRadius, bias, alpha }: LRNAttrs,
  visit: (values: Float32Array, norms: Float64Array, first: number) => void,
): void {
  const values = floatsOf(backend, x);
  const squares = new Float64Array(x.shape.at(-1)!);
  const norms = new Float64Array(squares.length);
  for (let first = 0; first < values.length; first += squares.length) {
    for (let c = 0; c < squares.length; c++) squares[c] = values[first + c]! ** 2;
    sumAround(squares, depthRadius, norms);
    for (let c = 0; c < norms.length; c++) norms[c] = bias + alpha * norms[c]!;
    visit(values, norms, first);
  }
}

/** The sum of the values at most `radius` away from each. */
function sumAround(values: Float64Array, radius: number, sums: Float64Array): void {
  for (let c = 0; c < values.length; c++) {
    const end = Math.min(c + radius, values.length - 1);
    let sum = 0;
    for (let at = Math.max(0, c - radius); at <= end; at++) sum += values[at]!;
    sums[c] = sum;
  }
}

function power(base: number, exponent: number): number {
  return exponent === -0.5 ? 1 / Math.sqrt(base) : base ** exponent; // the default, and many times faster
}
