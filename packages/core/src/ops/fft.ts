import * as tf from '@tensorflow/tfjs-core';
import { check } from '../errors.ts';
import { equalShapes } from '../shape.ts';
import { fourierTransform } from './fourier-transform.ts';

/** Complex numbers as two tensors of one shape. tfjs's own complex64 has no gradients, and no kernels on wasm. */
export interface ComplexTensor<T extends tf.Tensor = tf.Tensor> {
  readonly real: T;
  readonly imaginary: T;
}

/**
 * The discrete Fourier transform along the last axis, [..., n] for any n: X[k] = sum over j of x[j] exp(-2 pi i j k / n), in
 * units of x. There is no factor in front, as in `tf.spectral.fft` and NumPy. Unlike `tf.spectral.fft` it runs on every backend,
 * wasm included, and has derivatives of every order. Quick for n with small factors; a prime n costs a product with [n, n].
 */
export function fft<T extends tf.Tensor>(x: ComplexTensor<T>): ComplexTensor<T> {
  return tf.tidy(() => along(x, -1));
}

/** Undoes `fft`: x[j] = sum over k of X[k] exp(2 pi i j k / n) / n, [..., n] along the last axis. */
export function ifft<T extends tf.Tensor>(x: ComplexTensor<T>): ComplexTensor<T> {
  return tf.tidy(() => {
    const { real, imaginary } = along(x, 1);
    const n = real.shape.at(-1)!;
    return { real: tf.div<T>(real, n), imaginary: tf.div<T>(imaginary, n) };
  });
}

function along<T extends tf.Tensor>({ real, imaginary }: ComplexTensor<T>, sign: 1 | -1): { real: T; imaginary: T } {
  check(
    equalShapes(real.shape, imaginary.shape) && real.size > 0 && real.rank > 0,
    'invalid-shape',
    () =>
      `a Fourier transform takes real and imaginary parts of one shape [..., n], got [${real.shape}] and [${imaginary.shape}]`,
  );
  const parts = tf.stack([real, imaginary]);
  const y = fourierTransform(tf.reshape(parts, [2, -1, real.shape.at(-1)!]), sign);
  const [first, second] = tf.unstack(tf.reshape(y, parts.shape));
  return { real: first as T, imaginary: second as T };
}
