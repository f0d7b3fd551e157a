import type { Cloud } from './cloud.ts';

/**
 * Eight squares of side 2 in [-4, 4) x [-4, 4), filled evenly, as in FFJORD (Grathwohl et al. 2019): of the sixteen, those
 * whose column and row from below are both even or both odd. Labels go column by column, upwards.
 */
export function checkerboard(): Cloud {
  return {
    parts: 8,
    place(part, uniform) {
      const column = Math.floor(part / 2);
      const row = 2 * (part % 2) + (column % 2);
      return [2 * (column + evenly(uniform[0])) - 4, 2 * (row + evenly(uniform[1])) - 4];
    },
    logDensity(x, y) {
      if (Number.isNaN(x + y)) return Number.NaN;
      const [column, row] = [Math.floor((x + 4) / 2), Math.floor((y + 4) / 2)];
      const onBoard = column >= 0 && column < 4 && row >= 0 && row < 4;
      return onBoard && (column + row) % 2 === 0 ? -Math.log(32) : -Infinity;
    },
  };
}

/** From the middle of its cell of 2^-23 to the start of it: then float32 rounds no point out of its square. */
function evenly(uniform: number): number {
  return uniform - 2 ** -24;
}
