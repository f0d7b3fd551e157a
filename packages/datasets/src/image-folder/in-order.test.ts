import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

test('results come in the order of the items, and only a few are made at once', async () => {
  let running = 0;
  let most = 0;
  const work = async (item: number) => {
    most = Math.max(most, ++running);
    await setTimeout(item % 2 === 0 ? 4 : 1);
    running--;
    return item * 10;
  };
  const results: number[] = [];
  for await (const result of inOrder([1, 2, 3, 4, 5, 6, 7], 3, work)) results.push(result);
  expect(results).toEqual([10, 20, 30, 40, 50, 60, 70]);
  expect(most).toBe(3);
});

test('rejects with the first failure in the order, after what came before it', async () => {
  const results: number[] = [];
  const work = (item: number) => (item >= 3 ? Promise.reject(new Error(`${item} failed`)) : setTimeout(2, item));
  const going = async () => {
    for await (const result of inOrder([1, 2, 3, 4], 4, work)) results.push(result);
  };
  await expect(going()).rejects.toThrow('3 failed');
  expect(results).toEqual([1, 2]);
});
