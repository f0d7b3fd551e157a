import { pointsDensity } from '@genmodels/datasets';
import type { PointSet } from './cell.ts';
import type { CellResult } from './cell-result.ts';

/** The same training from several seeds. */
export interface Group {
  readonly data: PointSet;
  /** The name of a game. */
  readonly game: string;
  readonly k: number;
}

/** What came of a group in numbers. */
export interface GroupFigures {
  /** Trainings that are finished. */
  readonly count: number;
  /** Those of them that ended in numbers that are none. They count with no mode and no sample of high quality. */
  readonly diverged: number;
  readonly leastModes: number;
  readonly mostModes: number;
  /** Shares of samples within 3 sigma, from 0 to 1. */
  readonly meanHighQuality: number;
  readonly leastHighQuality: number;
  /** Of one training, on average. */
  readonly seconds: number;
}

/** Undefined where none is finished. */
export function figuresOf({ data, game, k }: Group, all: readonly CellResult[]): GroupFigures | undefined {
  const results = all.filter(({ cell }) => cell.data === data && cell.game === game && cell.k === k);
  if (results.length === 0) return undefined;
  const qualities = results.map(({ outcome }) => ('averaged' in outcome ? outcome.averaged : { modes: 0, highQuality: 0 }));
  const modes = qualities.map((quality) => quality.modes);
  const shares = qualities.map((quality) => quality.highQuality);
  return {
    count: results.length,
    diverged: results.filter(({ outcome }) => 'diverged' in outcome).length,
    leastModes: Math.min(...modes),
    mostModes: Math.max(...modes),
    meanHighQuality: mean(shares),
    leastHighQuality: Math.min(...shares),
    seconds: mean(results.map(({ seconds }) => seconds)),
  };
}

export function modeCount(data: PointSet): number {
  return pointsDensity(data).modes!.length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
