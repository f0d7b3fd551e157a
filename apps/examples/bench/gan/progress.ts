import { counted, duration } from '../../report/numbers.ts';
import { nameOf } from './cell.ts';
import type { CellResult } from './cell-result.ts';
import type { Run } from './run-cells.ts';

/** Prints a line for each finished cell, with the time that the others will take if they are like those so far. */
export function showProgress(jobs: number): NonNullable<Run['onResult']> {
  let [done, seconds] = [0, 0];
  return (result, left) => {
    done += 1;
    seconds += result.seconds;
    const rest = left === 0 ? '' : `; ${left} left, about ${duration((left * seconds) / done / jobs)}`;
    process.stderr.write(`${nameOf(result.cell)}: ${outcomeText(result)}, ${duration(result.seconds)}${rest}\n`);
  };
}

function outcomeText({ outcome }: CellResult): string {
  if ('diverged' in outcome) return outcome.diverged;
  const { modes, highQuality } = outcome.averaged;
  return `${counted(modes, 'mode')}, ${(100 * highQuality).toFixed(1)} % within 3 sigma`;
}
