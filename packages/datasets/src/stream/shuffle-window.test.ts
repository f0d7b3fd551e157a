import { createRng } from '@genmodels/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shuffleWindow } from './shuffle-window.ts';

async function* upTo(count: number): AsyncGenerator<number> {
  for (let i = 0; i < count; i++) yield i;
}

async function shuffled(count: number, window: number, seed: number): Promise<number[]> {
  const items: number[] = [];
  for await (const item of shuffleWindow(upTo(count), window, createRng(seed))) items.push(item);
  return items;
}

test('gives every item once, none of them a window early, and the same order for the same seed', () =>
  fc.assert(
    fc.asyncProperty(fc.nat({ max: 40 }), fc.integer({ min: 1, max: 50 }), fc.nat(), async (count, window, seed) => {
      const items = await shuffled(count, window, seed);
      expect([...items].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
      items.forEach((item, place) => expect(item - place).toBeLessThan(window));
      expect(await shuffled(count, window, seed)).toEqual(items);
    }),
  ));

test('a window of 1 keeps the order', async () => {
  expect(await shuffled(20, 1, 0)).toEqual(Array.from({ length: 20 }, (_, i) => i));
});

test('a window as large as the data draws every order alike', async () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 1200; seed++) {
    const order = (await shuffled(3, 3, seed)).join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  const error = 4 * Math.sqrt(1200 * (1 / 6) * (5 / 6)); // four standard errors
  for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(error);
});

test('holds no more than its window, and closes what it reads from', async () => {
  let read = 0;
  let closed = false;
  async function* watched() {
    try {
      for (;;) yield read++;
    } finally {
      closed = true;
    }
  }
  const items = shuffleWindow(watched(), 5, createRng(0));
  for (let given = 1; given <= 20; given++) {
    await items.next();
    expect(read - given).toBeLessThan(5);
  }
  await items.return(undefined);
  expect(closed).toBe(true);
});
