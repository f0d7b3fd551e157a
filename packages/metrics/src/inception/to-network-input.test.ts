import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, test } from 'vitest';
import { readFixture } from '../testing/read-fixture.ts';
import { expectClose } from './testing/expect-close.ts';
import { formulaValues } from './testing/formula-values.ts';
import { some } from './testing/some.ts';
import { toNetworkInput } from './to-network-input.ts';

const { resized } = readFixture<{ resized: Record<'grey' | 'large', number[]> }>('inception');

/** wasm has places in the picture as float32, as PyTorch has them where the picture is: 500 pixels are 3e-5 apart then. */
const backends = [
  ['simd', 1e-6],
  ['cpu', 1e-6],
  ['wasm', 3e-5],
] as const;

describe.each(backends)('on %s', (backend, tolerance) => {
  afterEach(async () => void (await tf.setBackend('simd')));

  test.each([
    ['large', 500, 3],
    ['grey', 28, 1],
  ] as const)('pictures that are %s, of %i pixels and %i channels, are resized as PyTorch does it', async (name, size, channels) => {
    await tf.setBackend(backend);
    const pictures = tf.tensor4d(formulaValues(name, size * size * channels, 0.5, 0.5), [1, size, size, channels]);
    const input = tf.tidy(() => toNetworkInput(pictures));
    expect(input.shape).toEqual([1, 299, 299, 3]);
    const values = Array.from(await input.data(), (value) => (value + 1) / 2);
    const seen = channels === 1 ? values.filter((_, i) => i % 3 === 0) : values;
    expectClose(some(seen, 32), resized[name], tolerance);
    if (channels === 1) expect(values.every((value, i) => value === values[i - (i % 3)])).toBe(true);
    tf.dispose([pictures, input]);
  });
});

test('pictures of the right size are only scaled', async () => {
  const input = tf.tidy(() => toNetworkInput(tf.concat([tf.zeros([1, 299, 150, 3]), tf.ones([1, 299, 149, 3])], 2)));
  const values = await input.data();
  expect([values[0], values.at(-1), new Set(values).size]).toEqual([-1, 1, 2]);
  input.dispose();
});

test.each([
  ['[2, 8, 8, 4]', () => tf.zeros([2, 8, 8, 4])],
  ['[8, 8, 3]', () => tf.zeros([8, 8, 3])],
  ['int32 [1, 8, 8, 3]', () => tf.zeros([1, 8, 8, 3], 'int32')],
])('pictures of %s are refused', (shape, make) => {
  const pictures = make();
  const message = 'pictures must be float32 [batch, height, width, 1 or 3] in [0, 1], got';
  expect(() => toNetworkInput(pictures)).toThrow(`[genmodels/invalid-shape] ${message} ${shape.startsWith('int') ? '' : 'float32 '}${shape}`);
  pictures.dispose();
});
