import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Features } from '../features/features.ts';
import { errorBound } from './error-bound.ts';
import { productBlocks } from './product-blocks.ts';
import { backendRounding, HALF, SINGLE } from './rounding.ts';
import { spaceOf } from './space.ts';
import { squaredDistance } from './squared-distance.ts';

it('knows how the backend rounds', async () => {
  expect(await backendRounding()).toBe(SINGLE);
  await tf.setBackend('cpu');
  expect(await backendRounding()).toBe(SINGLE);
  await tf.setBackend('simd');
});

it('bounds the error of a squared distance by products', async () => {
  const values = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 300 });
  await fc.assert(fc.asyncProperty(values, fc.constantFrom(0, 1e4, 3e7), async (array, offset) => {
    const width = array.length;
    const row = (sign: number): Features => ({
      values: Float64Array.from(array, (value, i) => offset + (i % 2 === 0 ? sign * value : value)), width, length: 1, origin: { extractor: { name: '' }, preprocessing: '' },
    });
    const [of, among] = [row(1), row(-1)];
    const space = spaceOf(of, among);
    const { relative, absolute } = errorBound(width, SINGLE);
    for await (const { rows, columns, products } of productBlocks(of, among, space)) {
      const squares = rows.squares[0]! + columns.squares[0]!;
      const exact = squaredDistance(of, 0, among, 0) * space.scale ** 2;
      expect(Math.abs(squares - 2 * products[0]! - exact)).toBeLessThanOrEqual(relative * squares + absolute);
    }
  }), { numRuns: 100 });
});

it('gives up on products of half precision where features are many', () => {
  expect(errorBound(8, HALF).relative).toBeCloseTo(16 / 1024 / (1 - 16 / 1024), 12);
  expect(errorBound(2048, HALF).relative).toBe(Number.POSITIVE_INFINITY);
});
