import { createRng } from '@genmodels/core';
import { expect, test } from 'vitest';
import { drawBalanced } from './draw-balanced.ts';

const labels = Int32Array.from({ length: 40 }, (_, i) => (i < 25 ? 0 : i < 37 ? 1 : 2)); // 25, 12 and 3 of each
const draw = (count: number, seed = 0) => drawBalanced(labels, count, createRng(seed));
const classesOf = (indices: Uint32Array) => Array.from(indices, (index) => labels[index]);

test('classes take turns, as far as there are examples of them', () => {
  expect(classesOf(draw(9))).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2]);
  expect(classesOf(draw(13)).slice(9)).toEqual([0, 1, 0, 1]);
});

test('all are each of them once', () => {
  expect([...draw(40)].sort((a, b) => a - b)).toEqual([...labels.keys()]);
});

test('few are the first of many, and another seed draws others', () => {
  expect(draw(30).subarray(0, 6)).toEqual(draw(6));
  expect(draw(6, 1)).not.toEqual(draw(6));
});
