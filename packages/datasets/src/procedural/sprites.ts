import { check, checkCount, checkSeed, createRng, show } from '@genmodels/core';
import { Dataset } from '../dataset/dataset.ts';
import { drawSprite } from './sprites/draw-sprite.ts';
import { drawFactors, FACTOR_NAMES, type Factors } from './sprites/factors.ts';
import { combineFactors, type SpriteGrid } from './sprites/grid.ts';

export type { SpriteFactor } from './sprites/factors.ts';
export type { SpriteGrid } from './sprites/grid.ts';

export interface SpritesOptions {
  /** How many random ones. @default 10_000 */
  readonly count?: number;
  /** Of the random ones. @default 0 */
  readonly seed?: number;
  /** Pixels along each side of a picture. @default 64 */
  readonly side?: 32 | 64;
  /**
   * In place of random ones, every combination of these, the last factor fastest: `{ x: 8, y: 8 }` is one heart in 64 places,
   * `{ shape: [0, 2], orientation: 40 }` a square and a heart in all their orientations, 'all' the whole of dSprites, 737,280.
   */
  readonly grid?: SpriteGrid | 'all';
}

/**
 * White shapes on black whose five factors are known, as in dSprites (Matthey, Higgins, Hassabis and Lerchner 2017): for models
 * that should find the factors by themselves. Pictures of [64, 64, 1] or [32, 32, 1], domain 'binary'. The factors and their
 * values are those of dSprites, the pictures are our own: the same kind, not the same pixels.
 *
 * Attributes hold the number of each factor's value:
 * - `shape`: 0 square, 1 ellipse, 2 heart; the labels, too
 * - `scale`: k from 0 to 5 for a scale of 0.5 + 0.1 k
 * - `orientation`: k from 0 to 39 for 2 pi k / 39 clockwise, so that the last looks like the first
 * - `x`, `y`: k from 0 to 31 for k / 31 of the way to the right, and down; at side 64 each step is one pixel
 *
 * Random ones draw each factor evenly and by itself; example i depends on the seed and on i, not on `count`. The bytes are the
 * same on every engine. It takes about 0.03 ms a picture, and blocks; 'all' takes 3 GB of memory at side 64, and 0.75 at 32.
 */
export function sprites({ count, seed = 0, side = 64, grid }: SpritesOptions = {}): Dataset {
  check(side === 32 || side === 64, 'invalid-argument', () => `side must be 32 or 64, got ${show(side)}`);
  check(
    grid === undefined || count === undefined,
    'invalid-argument',
    () => `count must be left out where a grid says which sprites there are, got ${show(count)}`,
  );
  const factors = grid === undefined ? drawMany(count ?? 10_000, seed) : combineFactors(grid);
  const values = new Uint8Array(factors.length * side * side);
  for (let i = 0; i < factors.length; i++) values.set(drawSprite(factors[i]!, side), i * side * side);
  const attributes = Object.fromEntries(FACTOR_NAMES.map((name) => [name, Float32Array.from(factors, (each) => each[name])]));
  return Dataset.from({
    values,
    shape: [side, side, 1],
    domain: 'binary',
    labels: attributes['shape']!,
    classNames: ['square', 'ellipse', 'heart'],
    attributes,
    name: grid === undefined ? `sprites (seed ${seed})` : 'sprites (grid)',
  });
}

function drawMany(count: number, seed: number): Factors[] {
  checkCount('count', count);
  checkSeed(seed);
  const rng = createRng(seed).fork('sprites');
  return Array.from({ length: count }, (_, i) => drawFactors(rng.fork(i)));
}
