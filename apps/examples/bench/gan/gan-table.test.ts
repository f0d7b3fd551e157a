import { expect, test } from 'vitest';
import type { Choice } from './all-cells.ts';
import type { CellResult, Outcome } from './cell-result.ts';
import { gridGoals } from './gan-goals.ts';
import { ganTable } from './gan-table.ts';
import { samplesPicture } from './samples-picture.ts';

const choice: Choice = { data: ['grid'], games: ['hinge', 'wasserstein-gp'], ks: [5], seeds: 2, steps: 10 };

function reached(modes: number, highQuality: number): Outcome {
  const quality = { modes, highQuality, kl: 0 };
  return { averaged: quality, last: { ...quality, highQuality: 0 }, points: [0, 0, 2, 2] };
}

function results(game: string, outcomes: readonly Outcome[]): CellResult[] {
  return outcomes.map((outcome, seed) => {
    return { cell: { data: 'grid', game, k: 5, seed, steps: 10 }, settings: {}, about: '', seconds: 4 + 2 * seed, outcome };
  });
}

const good = results('wasserstein-gp', [reached(25, 0.75), reached(25, 0.95)]);

test('a row tells the range of modes and the mean share of a loss', () => {
  const { rows } = ganTable(choice, [...good, ...results('hinge', [reached(7, 0.5), reached(9, 0.25)])]);
  expect(rows).toEqual([
    ['hinge', '5', '7-9', '37.5', '5'],
    ['Wasserstein, penalty of 0.1', '5', '25', '85.0', '5'],
  ]);
});

test('it says what diverged, which counts as nothing covered, and what is missing', () => {
  const { rows } = ganTable(choice, results('hinge', [{ diverged: 'NaN' }, reached(8, 0.5)]));
  expect(rows[0]!.slice(2, 4)).toEqual(['0-8 (1 diverged)', '25.0']);
  expect(rows[1]!.slice(2)).toEqual(['.', '.', '.']);
  expect(ganTable(choice, results('hinge', [reached(8, 0.5)])).rows[0]![2]).toBe('8 (1 of 2 seeds)');
});

test('goals are met on every seed or missed, and not measured before all seeds are there', () => {
  const verdicts = (all: readonly CellResult[]) => gridGoals(choice, all).rows.map((cells) => cells.at(-1));
  expect(verdicts([])).toEqual(['not measured', 'not measured', 'not measured']);
  expect(verdicts(good.slice(1))).toEqual(['not measured', 'not measured', 'not measured']);
  expect(verdicts(good)).toEqual(['met', 'met', 'MISSED']);
  expect(verdicts(results('wasserstein-gp', [reached(24, 0.95), reached(25, 0.74)]))).toEqual(['MISSED', 'MISSED', 'MISSED']);
});

test('a share without all modes is no goal reached', () => {
  const shareOf = (modes: number) => gridGoals(choice, results('hinge', [reached(modes, 0.95), reached(25, 0.95)])).rows.at(-1)!.at(-1);
  expect([shareOf(25), shareOf(24)]).toEqual(['met', 'MISSED']);
});

test('the picture has a panel for each loss, whatever became of it', async () => {
  const svg = await samplesPicture({ ...choice, games: ['minimax', ...choice.games] }, 0, [...good, ...results('hinge', [{ diverged: 'NaN' }])]);
  for (const text of ['25 modes, 75 %', '>diverged<', '>not measured<', '>penalty of 0.1<']) expect(svg).toContain(text);
  expect(svg.match(/<image/g)).toHaveLength(1);
});
