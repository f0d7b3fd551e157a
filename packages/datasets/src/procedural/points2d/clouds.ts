import { check, show } from '@genmodels/core';
import { checkerboard } from './checkerboard.ts';
import type { Cloud } from './cloud.ts';
import { grid } from './grid.ts';
import { moons } from './moons.ts';
import { pinwheel } from './pinwheel.ts';
import { ring } from './ring.ts';
import { swissRoll } from './swiss-roll.ts';

export type PointsKind = 'ring' | 'grid' | 'moons' | 'swissRoll' | 'checkerboard' | 'pinwheel';

const clouds: Readonly<Record<PointsKind, () => Cloud>> = { ring, grid, moons, swissRoll, checkerboard, pinwheel };

export function cloudOf(kind: PointsKind): Cloud {
  check(
    Object.hasOwn(clouds, kind),
    'invalid-argument',
    () => `kind must be one of ${Object.keys(clouds).map(show).join(', ')}, got ${show(kind)}`,
  );
  return clouds[kind]();
}
