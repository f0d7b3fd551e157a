import { drawInteger } from '../../src/random/integers.ts';
import type { Rng } from '../../src/rng.ts';

/** One of some items, each as likely. */
export function pick<Item>(items: readonly Item[], rng: Rng): Item {
  return items[drawInteger(items.length, rng)]!;
}

/** From 0 to `end`, with it: where something may begin or end. */
export function pickPlace(end: number, rng: Rng): number {
  return drawInteger(end + 1, rng);
}
