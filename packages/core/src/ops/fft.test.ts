import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { registerGradients } from '../gradients/register.ts';
import { createRng } from '../rng.ts';
import { type ComplexTensor, fft, ifft } from './fft.ts';
import { irfft, rfft } from './rfft.ts';

describe.each(['simd', 'cpu', 'wasm'])('on %s', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
    registerGradients();
  });

  // One product; a product for a prime; factors; the factors of a factor.
  test.each([1, 2, 7, 8, 64, 67, 66, 100, 2 ** 13])('the sum of its definition, n = %i', (n) => {
    const x = noise([2, n]);
    const y = fft(x);
    for (const row of [0, 1]) {
      const [real, imaginary] = [values(x.real), values(x.imaginary)].map((all) => all.slice(row * n, (row + 1) * n));
      for (const k of new Set([0, 1, Math.floor(n / 3), n - 1])) {
        const expected = bin(real!, imaginary!, k % n);
        expect(values(y.real)[row * n + (k % n)]! / Math.sqrt(n)).toBeCloseTo(expected.real / Math.sqrt(n), 4);
        expect(values(y.imaginary)[row * n + (k % n)]! / Math.sqrt(n)).toBeCloseTo(expected.imaginary / Math.sqrt(n), 4);
      }
    }
  });

  test.each([[1], [5], [2, 3, 8], [130]])('ifft undoes it, shape %j', (...shape) => {
    const x = noise(shape);
    const back = ifft(fft(x));
    expect(back.real.shape).toEqual(shape);
    expectClose(back.real, x.real);
    expectClose(back.imaginary, x.imaginary);
  });

  test('it keeps lengths, but for the factor n', () => {
    const x = noise([3, 90]);
    const [before, after] = [x, fft(x)].map(({ real, imaginary }) => tf.sum(tf.add(tf.square(real), tf.square(imaginary))));
    expect(values(after!)[0]! / values(before!)[0]!).toBeCloseTo(90, 3);
  });

  test.each([1, 2, 3, 8, 9, 72])('rfft is half of fft, and irfft undoes it, n = %i', (n) => {
    const { real } = noise([2, n]);
    const half = rfft(real);
    const m = Math.floor(n / 2) + 1;
    expect(half.real.shape).toEqual([2, m]);
    const whole = fft({ real, imaginary: tf.zerosLike(real) });
    expectClose(half.real, tf.slice(whole.real, [0, 0], [2, m]));
    expectClose(half.imaginary, tf.slice(whole.imaginary, [0, 0], [2, m]));
    expectClose(irfft(half, n), real);
  });

  test('a slope of a spectral loss costs a transform back: the gradient of |X|^2 is 2 n x', () => {
    const { real } = noise([4, 12]);
    const power = (x: tf.Tensor): tf.Tensor => {
      const spectrum = fft({ real: x, imaginary: tf.zerosLike(x) });
      return tf.sum(tf.add(tf.square(spectrum.real), tf.square(spectrum.imaginary)));
    };
    expectClose(tf.grad(power)(real), tf.mul(real, 24), 1e-4);
  });

  test('takes integers', () => {
    const { real, imaginary } = rfft(tf.tensor1d([1, 2, 4], 'int32'));
    expectClose(real, tf.tensor1d([7, -2]));
    expectClose(imaginary, tf.tensor1d([0, Math.sqrt(3)]));
  });

  test('leaves only its result', () => {
    const x = noise([2, 96]);
    const before = tf.memory().numTensors;
    tf.dispose([{ ...fft(x) }, { ...ifft(x) }, { ...rfft(x.real) }, irfft(x, 191)]);
    expect(tf.memory().numTensors).toBe(before);
  });
});

test('irfft takes the even length where none is told, and ignores what a real signal has no use for', () => {
  const half = { real: tf.tensor1d([3, 1, 2]), imaginary: tf.tensor1d([0, -1, 0]) };
  expect(irfft(half).shape).toEqual([4]);
  expectClose(irfft({ ...half, imaginary: tf.tensor1d([7, -1, 7]) }), irfft(half));
});

test('what does not fit is refused', () => {
  const x = tf.zeros([2, 3]);
  expect(() => fft({ real: x, imaginary: tf.zeros([3, 2]) })).toThrow('one shape [..., n], got [2,3] and [3,2]');
  expect(() => ifft({ real: tf.scalar(1), imaginary: tf.scalar(0) })).toThrow('invalid-shape');
  expect(() => irfft({ real: x, imaginary: x }, 6)).toThrow('length 6 has a half spectrum of 4 numbers, got [2,3]');
  expect(() => irfft({ real: tf.ones([1]), imaginary: tf.ones([1]) }, 0)).toThrow('length must be an integer of at least 1, got 0');
});

/** X[k] in double precision. */
function bin(real: number[], imaginary: number[], k: number): { real: number; imaginary: number } {
  const sum = { real: 0, imaginary: 0 };
  for (const [j, re] of real.entries()) {
    const angle = (-2 * Math.PI * ((j * k) % real.length)) / real.length;
    sum.real += re * Math.cos(angle) - imaginary[j]! * Math.sin(angle);
    sum.imaginary += re * Math.sin(angle) + imaginary[j]! * Math.cos(angle);
  }
  return sum;
}

function noise(shape: number[]): ComplexTensor {
  const rng = createRng(7);
  return { real: rng.normal(shape), imaginary: rng.normal(shape) };
}

function values(x: tf.Tensor): number[] {
  return [...x.dataSync()];
}

function expectClose(actual: tf.Tensor, expected: tf.Tensor, tolerance = 1e-5): void {
  expect(actual.shape).toEqual(expected.shape);
  expect(tf.tidy(() => values(tf.max(tf.abs(tf.sub(actual, expected))))[0])).toBeLessThan(tolerance);
}
