import { check, show } from '@genmodels/core';
import { FACTOR_NAMES, FACTORS, type Factors, type SpriteFactor } from './factors.ts';

/**
 * For each factor the numbers of its values, or how many there should be, evenly from its first to its last. One that is left
 * out stays where it shows most: the heart, at full size, upright, in the middle.
 */
export type SpriteGrid = Readonly<Partial<Record<SpriteFactor, number | readonly number[]>>>;

const STILL: Factors = { shape: 2, scale: 5, orientation: 0, x: 16, y: 16 };

/** Every combination of the grid, the last factor fastest. */
export function combineFactors(grid: SpriteGrid | 'all'): Factors[] {
  const choices = grid === 'all' ? FACTORS : checkNames(grid);
  let combinations: Factors[] = [STILL];
  for (const name of FACTOR_NAMES) {
    const numbers = toNumbers(name, choices[name] ?? [STILL[name]]);
    combinations = combinations.flatMap((factors) => numbers.map((number) => ({ ...factors, [name]: number })));
  }
  return combinations;
}

function checkNames(grid: SpriteGrid): SpriteGrid {
  const unknown = Object.keys(grid).filter((name) => !Object.hasOwn(FACTORS, name));
  check(
    unknown.length === 0,
    'invalid-argument',
    () => `grid must be 'all' or name factors among ${show(FACTOR_NAMES)}, got ${show(unknown)}`,
  );
  return grid;
}

function toNumbers(name: SpriteFactor, choice: number | readonly number[]): readonly number[] {
  const size = FACTORS[name];
  const numbers = typeof choice === 'number' ? spread(choice, size) : choice;
  check(
    numbers.length > 0 && numbers.every((number) => Number.isInteger(number) && number >= 0 && number < size),
    'invalid-argument',
    () =>
      `grid.${name} must be how many values, from 1 to ${size}, or a list of their numbers from 0 to ${size - 1}, got ${show(choice)}`,
  );
  return numbers;
}

/** `count` whole numbers evenly from 0 to size - 1; none where that cannot be. */
function spread(count: number, size: number): number[] {
  if (!Number.isInteger(count) || count < 1 || count > size) return [];
  return Array.from({ length: count }, (_, k) => Math.round((k * (size - 1)) / Math.max(1, count - 1)));
}
