import { createRng } from '@genmodels/core';
import { expect, it, vi } from 'vitest';
import { nearestNeighbors } from './nearest-neighbors.ts';
import { precisionRecall } from './precision-recall.ts';
import * as rounding from './rounding.ts';

const set = (width: number, seed: number) => ({ values: createRng(seed).fillNormal(new Float32Array(30 * width)), width });

// A sieve of wider meshes lets more pairs through, all of them where features are many, and what comes out is the same.
it.each([3, 40, 1500])('what a backend of half precision finds among %i features is the same', async (width) => {
  const [of, among] = [set(width, 1), set(width, 2)];
  const find = async () => [await nearestNeighbors({ of, among, k: 4 }), await precisionRecall({ reference: of, generated: among })];
  const single = await find();
  const spy = vi.spyOn(rounding, 'backendRounding').mockResolvedValue(rounding.HALF);
  expect(await find()).toEqual(single);
  expect(spy).toHaveBeenCalled();
  spy.mockRestore();
});
