import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { afterEach, expect, test } from 'vitest';
import { registerAllGradients, registerGradients, unregisterGradients } from './register.ts';

afterEach(unregisterGradients);

const stock: tf.GradConfig = {
  kernelName: 'Tanh',
  outputsToSave: [true],
  gradFunc: (dy) => ({ x: () => tf.zerosLike(dy as tf.Tensor) }),
};

test('tfjs-core alone has no gradients, and has none again afterwards', () => {
  expect(tf.getGradient('Tanh')).toBeUndefined();
  registerAllGradients();
  expect(tf.getGradient('Tanh')).toBeDefined();
  expect(tf.getGradient('Einsum')).toBeDefined();
  unregisterGradients();
  expect(tf.getGradient('Tanh')).toBeUndefined();
  expect(tf.getGradient('Einsum')).toBeUndefined();
});

test('registering twice changes nothing', () => {
  registerGradients();
  const ours = tf.getGradient('Tanh');
  registerGradients();
  expect(tf.getGradient('Tanh')).toBe(ours);
});

test('gradients that an import of tfjs put in the place of ours are replaced, and come back at the end', () => {
  registerGradients();
  const ours = tf.getGradient('Tanh');
  tf.registerGradient(stock);
  expect(tf.getGradient('Tanh')).toBe(stock);
  registerGradients();
  expect(tf.getGradient('Tanh')).toBe(ours);
  unregisterGradients();
  expect(tf.getGradient('Tanh')).toBe(stock);
  tf.unregisterGradient('Tanh');
});

test('once all are asked for, the rare ones are kept up too', () => {
  registerAllGradients();
  const ours = tf.getGradient('Einsum');
  tf.unregisterGradient('Einsum');
  registerGradients();
  expect(tf.getGradient('Einsum')).toBe(ours);
});

test('undoing leaves a gradient alone that somebody registered over ours', () => {
  registerGradients();
  tf.registerGradient(stock);
  unregisterGradients();
  expect(tf.getGradient('Tanh')).toBe(stock);
  tf.unregisterGradient('Tanh');
});
