import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { SimdBackend } from './backend.ts';
import type { SimdOptions } from './options.ts';
import { registerSimdBackend } from './register.ts';

const remove = () => {
  if (tf.findBackendFactory('simd')) tf.removeBackend('simd');
};
beforeAll(remove);
afterEach(remove);

test('it takes over every kernel of the cpu backend', async () => {
  registerSimdBackend({ threads: 1 });
  expect(await tf.setBackend('simd')).toBe(true);
  const names = (backend: string) => new Set(tf.getKernelsForBackend(backend).map(({ kernelName }) => kernelName));
  expect([...names('cpu')].filter((name) => !names('simd').has(name))).toEqual([]);
});

test.each([
  [{ threads: -1 }, '[genmodels/invalid-argument] threads must be an integer of at least 0, got -1'],
  [{ threads: 1.5 }, '[genmodels/invalid-argument] threads must be an integer of at least 0, got 1.5'],
  [{ build: 'fast' }, "[genmodels/invalid-argument] build must be one of relaxed, baseline, scalar, got fast"],
  [{ thread: 2 }, '[genmodels/invalid-argument] registerSimdBackend takes threads and build, got thread'],
])('refuses %o', (options, message) => {
  expect(() => registerSimdBackend(options as SimdOptions)).toThrow(message);
  expect(tf.findBackendFactory('simd')).toBeNull();
});

test('a second call with the same options does nothing, one with others says what to do', () => {
  registerSimdBackend({ threads: 1 });
  registerSimdBackend({ threads: 0 });
  expect(() => registerSimdBackend({ threads: 2 })).toThrow(/simd is registered with the build '\w+' and 1 thread, .* 2 threads; call tf.removeBackend/);
});

test.each([0, 1, 2, 5])('%i threads compute, also more than there are processors', async (threads) => {
  registerSimdBackend({ threads });
  await tf.setBackend('simd');
  expect((tf.backend() as SimdBackend).threadCount).toBe(Math.max(threads, 1));
  const sum = tf.tidy(() => tf.add(tf.fill([200_000], 2), tf.fill([200_000], 3)));
  expect(new Set(await sum.data())).toEqual(new Set([5]));
  sum.dispose();
});

test.each([['SharedArrayBuffer', undefined], ['crossOriginIsolated', false]])('one thread computes where %s is %s', async (name, value) => {
  vi.stubGlobal(name, value);
  registerSimdBackend({ threads: 2 });
  await tf.setBackend('simd');
  vi.unstubAllGlobals();
  const backend = tf.backend() as SimdBackend;
  expect(backend.threadCount).toBe(1);
  expect(backend.machine.memory.buffer).toBeInstanceOf(ArrayBuffer);
  const sum = tf.tidy(() => tf.add(tf.fill([40_000], 2), tf.fill([40_000], 3)));
  expect(new Set(await sum.data())).toEqual(new Set([5]));
  sum.dispose();
});

test('without SIMD, the kernels of the cpu backend serve under its name', async () => {
  registerSimdBackend({ build: 'scalar' });
  await tf.setBackend('simd');
  expect(Array.from(await tf.tidy(() => tf.add(tf.tensor1d([1, 2]), 3)).data())).toEqual([4, 5]);
});
