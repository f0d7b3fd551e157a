import { checkCount, checkSeed, createRng } from '@genmodels/core';
import { Dataset } from '../dataset/dataset.ts';
import { cloudOf, type PointsKind } from './points2d/clouds.ts';

export type { PointsKind } from './points2d/clouds.ts';

export interface PointsOptions {
  /**
   * 'ring': 8 Gaussians of sigma 0.05 on a circle of radius 2. 'grid': 25 of them, 2 apart. 'moons': two half circles of radius
   * 2, sigma 0.2. 'swissRoll': a spiral of radius 0.9 to 2.8, sigma 0.2. 'checkerboard': 8 of 16 squares of side 2. 'pinwheel':
   * 5 bent arms. All lie around [0, 0], and nearly all of every one within 4.5 of it along each axis.
   */
  readonly kind: PointsKind;
  /** @default 10_000 */
  readonly count?: number;
  /** @default 0 */
  readonly seed?: number;
}

/**
 * Points in the plane whose true density is known (`pointsDensity`): the sets on which papers show what a generative model
 * gets right, and which modes it misses. Shape [2], domain 'real'; labels are modes, moons, squares or arms, in no order; a
 * swiss roll has none.
 *
 * Example i depends on the kind, the seed and on i, not on `count`. Its numbers are the same on every engine, since only
 * + - * / and square roots make them.
 */
export function points2d({ kind, count = 10_000, seed = 0 }: PointsOptions): Dataset {
  checkCount('count', count);
  checkSeed(seed);
  const { parts, place } = cloudOf(kind);
  const rng = createRng(seed).fork('points2d').fork(kind);
  const choices = rng.fork('part').fillUniform(new Float32Array(count));
  const uniforms = rng.fork('place').fillUniform(new Float32Array(2 * count));
  const normals = rng.fork('noise').fillNormal(new Float32Array(2 * count));
  const labels = Int32Array.from(choices, (choice) => Math.floor(parts * choice));
  const values = new Float32Array(2 * count);
  for (let i = 0; i < count; i++) values.set(place(labels[i]!, pair(uniforms, i), pair(normals, i)), 2 * i);
  return Dataset.from({
    values,
    shape: [2],
    domain: 'real',
    ...(parts > 1 && { labels }),
    name: `${kind} points (seed ${seed})`,
  });
}

function pair(numbers: Float32Array, i: number): readonly [number, number] {
  return [numbers[2 * i]!, numbers[2 * i + 1]!];
}
