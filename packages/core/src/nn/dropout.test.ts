import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createRng } from '../rng.ts';
import { dropout } from './dropout.ts';

test('drops the given share and scales the rest up', () => {
  const y = dropout(tf.ones([10_000]), 0.25, createRng(0)).dataSync();
  const dropped = y.filter((value) => value === 0).length / y.length;
  expect(Math.abs(dropped - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / y.length));
  expect(new Set(y)).toEqual(new Set([0, Math.fround(1 / 0.75)]));
});

test('without an rng it is the identity', () => {
  const x = tf.ones([3]);
  expect(dropout(x, 0.5)).toBe(x);
  expect(dropout(x, 0, createRng(0))).toBe(x);
});

test('the same stream drops the same values', () => {
  const draw = () => [...dropout(tf.ones([50]), 0.5, createRng(7)).dataSync()];
  expect(draw()).toEqual(draw());
});
