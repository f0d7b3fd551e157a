import { drawInteger, type Rng } from '@genmodels/core';

/**
 * The same items in random order, of which it never holds more than `window`: it fills the window, then gives a random one of
 * it for each that comes in. An item comes less than `window` places early: a window as large as the data shuffles all of it,
 * and one of 1 nothing.
 */
export async function* shuffleWindow<T>(items: AsyncIterable<T>, window: number, rng: Rng): AsyncGenerator<T> {
  const held: T[] = [];
  for await (const item of items) {
    if (held.push(item) >= window) yield takeAny(held, rng);
  }
  while (held.length > 0) yield takeAny(held, rng);
}

function takeAny<T>(held: T[], rng: Rng): T {
  const i = drawInteger(held.length, rng);
  const item = held[i]!;
  held[i] = held.at(-1)!;
  held.pop();
  return item;
}
