import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { SimdBackend } from '../../backend.ts';
import { runOn } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd({ threads: 2 }));

const numbers = (length: number, seed: number) => Float32Array.from({ length }, (_, i) => Math.sin(i * 12.9898 + seed));

/** By the definition, in float64. */
function naive(real: ArrayLike<number>, imag: ArrayLike<number>, sign: number): { real: number[]; imag: number[] } {
  const length = real.length;
  const sums = Array.from({ length }, (_, k) => {
    let [re, im] = [0, 0];
    for (let n = 0; n < length; n++) {
      const angle = (-sign * 2 * Math.PI * ((n * k) % length)) / length;
      re += real[n]! * Math.cos(angle) - imag[n]! * Math.sin(angle);
      im += real[n]! * Math.sin(angle) + imag[n]! * Math.cos(angle);
    }
    return [re, im] as const;
  });
  return { real: sums.map(([re]) => re), imag: sums.map(([, im]) => im) };
}

test.each([1, 2, 3, 4, 5, 7, 8, 12, 30, 31, 64, 100, 257])('signals of length %i', async (length) => {
  const [real, imag] = [numbers(2 * length, 1), numbers(2 * length, 2)];
  const { values, shapes } = await runOn('simd', () => {
    const x = tf.complex(tf.tensor(real, [2, 1, length]), tf.tensor(imag, [2, 1, length]));
    return [tf.fft(x), tf.ifft(x)].flatMap((y) => [tf.real(y), tf.imag(y)]);
  });
  expect(shapes[0]).toEqual([2, 1, length]);
  for (const row of [0, 1]) {
    const own = (part: ArrayLike<number>) => Array.from(part).slice(row * length, (row + 1) * length);
    [1, -1].forEach((sign, which) => {
      const expected = naive(own(real), own(imag), sign);
      const scale = sign === 1 ? 1 : length;
      const gaps = own(values[2 * which]!).map((value, k) => Math.hypot(value * scale - expected.real[k]!, own(values[2 * which + 1]!)[k]! * scale - expected.imag[k]!));
      expect(Math.max(...gaps)).toBeLessThan(1e-6 * length); // float32 rounds the largest to that
    });
  }
});

test('no memory is left', () => {
  const { heap } = (tf.backend() as unknown as SimdBackend).machine;
  const before = heap.bytesInUse;
  tf.dispose(tf.tidy(() => tf.irfft(tf.rfft(tf.tensor2d(numbers(40, 1), [4, 10])))));
  expect(heap.bytesInUse).toBe(before);
});
