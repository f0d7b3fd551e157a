import * as tf from '@tensorflow/tfjs-core';
import { checkCount } from '../check-count.ts';
import { check } from '../errors.ts';
import { type ComplexTensor, fft, ifft } from './fft.ts';

/**
 * The `fft` of real numbers, [..., n], without its second half, which mirrors the first: [..., floor(n / 2) + 1], the number k
 * for a wave with k periods in n. As in `tf.spectral.rfft` and NumPy; with derivatives of every order, on every backend.
 */
export function rfft(x: tf.Tensor): ComplexTensor {
  return tf.tidy(() => {
    const { real, imaginary } = fft({ real: x, imaginary: tf.zerosLike(x) });
    const shape = [...x.shape.slice(0, -1), Math.floor(x.shape.at(-1)! / 2) + 1];
    const start = shape.map(() => 0);
    return { real: tf.slice(real, start, shape), imaginary: tf.slice(imaginary, start, shape) };
  });
}

/**
 * Undoes `rfft`: [..., m] to real numbers, [..., length], where m is floor(length / 2) + 1. Two lengths have the same m; the even
 * one is the default. Numbers that a real signal has no use for, the imaginary parts of the mean and of the shortest wave of an
 * even length, are ignored, as in NumPy.
 */
export function irfft({ real, imaginary }: ComplexTensor, length = evenLength(real)): tf.Tensor {
  checkCount('length', length);
  const m = Math.floor(length / 2) + 1;
  check(
    real.shape.at(-1) === m,
    'invalid-shape',
    () => `a real signal of length ${length} has a half spectrum of ${m} numbers, got [${real.shape}]`,
  );
  return tf.tidy(() => {
    // Each number also stands for its mirror image, but for the mean and the shortest wave, which are their own.
    const counts = tf.tensor1d(Array.from({ length: m }, (_, k) => (k === 0 || 2 * k === length ? 1 : 2)));
    const margins = real.shape.map((size, axis): [number, number] => [0, axis < real.rank - 1 ? 0 : length - size]);
    const whole = (part: tf.Tensor): tf.Tensor => tf.pad(tf.mul(part, counts), margins);
    return ifft({ real: whole(real), imaginary: whole(imaginary) }).real;
  });
}

function evenLength({ shape }: tf.Tensor): number {
  return Math.max(1, 2 * (shape.at(-1)! - 1));
}
