import { checkCount, checkSeed, createRng } from '@genmodels/core';
import { Dataset } from '../dataset/dataset.ts';
import { drawFace, SIDE } from './faces/draw-face.ts';
import { drawTraits, TRAITS, type TraitName } from './faces/traits.ts';

export interface FacesOptions {
  /** @default 10_000 */
  readonly count?: number;
  /** Other seeds give other people: train on one, test on another. @default 0 */
  readonly seed?: number;
}

/**
 * Cartoon faces that need no file: pictures of [32, 32, 3] in 256 levels. Everything about a face is drawn by itself, so that no
 * attribute tells of another, and `labelledBy('glasses')` makes any that is no measure the class; as it comes, that is `smile`.
 *
 * 0 or 1, with the share of 1: `smile` 0.5, `glasses` 0.4, `hat` 0.35, `beard` 0.3, `blush` 0.5, `mouthOpen` 0.4, `eyesClosed` 0.15.
 *
 * One of a few, all as likely:
 * - `hair`: 0 bald, 1 short, 2 long, 3 curls, 4 spikes, 5 buns, 6 bob
 * - `hairColour`, of brows and beard too: 0 black, 1 brown, 2 auburn, 3 ginger, 4 blond, 5 silver, 6 teal
 * - `skin`: 0 the fairest to 5 the darkest
 * - `head`: 0 round, 1 long, 2 square, 3 with a pointed chin
 * - `eyeColour`, which closed eyes hide: 0 brown, 1 blue, 2 green, 3 amber
 * - `clothes`, of the hat too: 0 red, 1 orange, 2 green, 3 blue, 4 purple, 5 navy
 * - `background`: 0 sky, 1 mint, 2 lemon, 3 peach, 4 pink, 5 lilac, 6 sand, 7 slate
 *
 * Measures, uniform: `gaze` -1 to our left to 1; `brows` -1 low to 1 high; `x` and `y` of the neck, -1.5 to 1.5 and -1 to 1 pixels
 * from its mean place; `size` 1.02 to 1.18; `tilt` -10 to 10 degrees clockwise; `light` 0.94 to 1.03 times the colours.
 *
 * Example i depends on the seed and on i, not on `count`. Its bytes are the same on every engine, since only + - * / and square
 * roots make them. It takes about 0.3 ms a picture, and blocks.
 */
export function faces({ count = 10_000, seed = 0 }: FacesOptions = {}): Dataset {
  checkCount('count', count);
  checkSeed(seed);
  const rng = createRng(seed).fork('faces');
  const values = new Uint8Array(count * SIDE * SIDE * 3);
  const names = Object.keys(TRAITS) as TraitName[];
  const attributes = Object.fromEntries(names.map((name) => [name, new Float32Array(count)])) as Record<TraitName, Float32Array>;
  for (let i = 0; i < count; i++) {
    const traits = drawTraits(rng.fork(i));
    for (const name of names) attributes[name][i] = traits[name];
    values.set(drawFace(traits), i * SIDE * SIDE * 3);
  }
  return Dataset.from({
    values,
    shape: [SIDE, SIDE, 3],
    domain: { levels: 256 },
    labels: attributes.smile,
    classNames: ['serious', 'smiling'],
    attributes,
    name: `faces (seed ${seed})`,
  });
}
