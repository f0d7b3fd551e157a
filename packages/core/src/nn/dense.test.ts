import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createRng } from '../rng.ts';
import { Dense } from './dense.ts';
import { countParameters, disposeModule, namedVariables } from './module.ts';

test('x kernel + bias', () => {
  const dense = new Dense({ inputs: 2, units: 3 }, createRng(0));
  dense.kernel.assign(tf.tensor2d([[1, 2, 3], [4, 5, 6]]));
  dense.bias!.assign(tf.tensor1d([10, 20, 30]));
  expect(dense.apply(tf.tensor2d([[1, 0], [1, -1]])).arraySync()).toEqual([[11, 22, 33], [7, 17, 27]]);
});

test('integers, such as one-hot labels, count as float32', () => {
  const dense = new Dense({ inputs: 2, units: 2 }, createRng(0));
  dense.kernel.assign(tf.tensor2d([[0.25, 0.5], [1, 2]]));
  const y = dense.apply(tf.tensor2d([[1, 0], [0, 1]], [2, 2], 'int32'));
  expect(y.dtype).toBe('float32');
  expect(y.arraySync()).toEqual([[0.25, 0.5], [1, 2]]);
});

test('its parameters are kernel and bias', () => {
  const dense = new Dense({ inputs: 2, units: 3 }, createRng(0));
  expect([...namedVariables(dense).keys()]).toEqual(['kernel', 'bias']);
  expect(countParameters(dense)).toBe(9);
  expect([...namedVariables(new Dense({ inputs: 2, units: 3, bias: false }, createRng(0))).keys()]).toEqual(['kernel']);
});

test('a wrong size names the option', () => {
  const make = () => new Dense({ inputs: 2, units: 0 }, createRng(0));
  expect(make).toThrow('[genmodels/invalid-config] units must be an integer of at least 1, got 0');
});

test('disposing leaves no tensor', () => {
  const before = tf.memory().numTensors;
  disposeModule(new Dense({ inputs: 2, units: 3 }, createRng(0)));
  expect(tf.memory().numTensors).toBe(before);
});
