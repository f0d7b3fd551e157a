import type { JsonObject } from '@genmodels/core';
import type { Choice } from './all-cells.ts';
import { nameOf } from './cell.ts';
import type { CellResult } from './cell-result.ts';
import { allGames } from './games.ts';
import { averageDecay, sampleCount } from './settings.ts';

/** What the reader of the table must know besides: how was trained and judged, on what, and what went wrong. */
export function ganNotes({ games }: Choice, results: readonly CellResult[]): string[] {
  const played = allGames().filter(({ name }) => games.includes(name));
  const optimizers = new Map(played.map(({ title, optimizer }) => [title, describe(optimizer.config)]));
  return [
    `Two networks of 3 x 128, z of 2; learning rates fall to 0 along a cosine; weights averaged with ${averageDecay}; ${sampleCount} samples a training.`,
    'k updates of the discriminator for each of the generator, whose updates are the steps: k of 5 costs more for as many.',
    ...[...new Set(optimizers.values())].map((optimizer) => {
      const titles = [...optimizers].filter(([, other]) => other === optimizer).map(([title]) => title);
      return `${optimizer}: ${titles.join('; ')}.`;
    }),
    ...new Set(results.map(({ about }) => about)),
    ...results.flatMap(({ cell, outcome }) => ('diverged' in outcome ? [`${nameOf(cell)}: ${outcome.diverged}`] : [])),
  ];
}

/** 'adam, learningRate 0.001, beta1 0.5' */
function describe({ kind, ...options }: JsonObject): string {
  return [kind, ...Object.entries(options).map(([name, value]) => `${name} ${value}`)].join(', ');
}
