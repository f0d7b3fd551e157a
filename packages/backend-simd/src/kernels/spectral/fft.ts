import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { call } from '../call.ts';
import { define } from '../kernel.ts';
import { floatsOf } from '../values.ts';
import { bluestein } from './bluestein.ts';
import { radix2 } from './radix2.ts';
import { conjugate, signalOf } from './signal.ts';

/** tf.fft along the last axis, in float64. */
export function fftKernel(): KernelConfig {
  return define<{ input: TensorInfo }>('FFT', { run: ({ inputs: { input }, backend }) => fourier(backend, input, false) });
}

/** tf.ifft: conjugates before and after, divided by the length. */
export function ifftKernel(): KernelConfig {
  return define<{ input: TensorInfo }>('IFFT', { run: ({ inputs: { input }, backend }) => fourier(backend, input, true) });
}

function fourier(backend: SimdBackend, { dataId, shape }: TensorInfo, inverse: boolean): TensorInfo {
  const parts = backend.data.get(dataId).complexTensorInfos!;
  const to = { real: backend.empty(shape), imag: backend.empty(shape) };
  transformRows(rowsOf(backend, parts), rowsOf(backend, to), shape.at(-1)!, inverse);
  const out = call(backend, 'Complex', to);
  for (const part of [to.real, to.imag]) backend.disposeIntermediateTensorInfo(part);
  return out;
}

interface Rows {
  readonly real: Float32Array;
  readonly imag: Float32Array;
}

function rowsOf(backend: SimdBackend, { real, imag }: { real: TensorInfo; imag: TensorInfo }): Rows {
  return { real: floatsOf(backend, real), imag: floatsOf(backend, imag) };
}

function transformRows(from: Rows, to: Rows, length: number, inverse: boolean): void {
  const transform = (length & (length - 1)) === 0 ? radix2(length) : bluestein(length);
  const signal = signalOf(length);
  for (let first = 0; first < from.real.length; first += length) {
    signal.real.set(from.real.subarray(first, first + length));
    signal.imag.set(from.imag.subarray(first, first + length));
    if (inverse) conjugate(signal);
    transform(signal);
    if (inverse) conjugate(signal);
    const scale = inverse ? 1 / length : 1;
    for (let n = 0; n < length; n++) {
      to.real[first + n] = signal.real[n]! * scale;
      to.imag[first + n] = signal.imag[n]! * scale;
    }
  }
}
