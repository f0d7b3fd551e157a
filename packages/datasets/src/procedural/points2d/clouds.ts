import { check, show } from '@genmodels/core';
import { checkerboard } from './checkerboard.ts';
import type { Cloud } from './cloud.ts';
import { grid } from './grid.ts';
import { moons } from './moons.ts';
import { pinwheel } from './pinwheel.ts';
import { ring } from './ring.ts';
import { swissRoll } from './swiss-roll.ts';

const clouds = { ring, grid, moons, swissRoll, checkerboard, pinwheel };

export type PointsKind = keyof typeof clouds;

export function cloudOf(kind: PointsKind): Cloud {
  check(
    Object.hasOwn(clouds, kind),
    'invalid-argument',
    () => `kind must be one of ${Object.keys(clouds).map(show).join(', ')}, got ${show(kind)}`,
  );
  return clouds[kind]();
}
