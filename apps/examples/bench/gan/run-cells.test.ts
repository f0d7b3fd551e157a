import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { allCells } from './all-cells.ts';
import { type Cell, nameOf } from './cell.ts';
import type { CellResult } from './cell-result.ts';
import { ResultsFolder } from './results-folder.ts';
import { readResults, runCells } from './run-cells.ts';
import { settingsOf } from './settings.ts';

const cells = allCells({ data: ['ring', 'grid'], games: ['hinge', 'wasserstein-gp'], ks: [1], seeds: 2, steps: 3 });

let path = '';
let trained: string[] = [];
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'bench-gan-'));
  trained = [];
});
afterEach(() => rm(path, { recursive: true }));

function resultOf(cell: Cell): CellResult {
  return { cell, settings: settingsOf(cell), about: 'Node', seconds: 1, outcome: { diverged: 'the loss is NaN' } };
}

async function train(cell: Cell): Promise<CellResult> {
  trained.push(nameOf(cell));
  return resultOf(cell);
}

test('a second call trains what the first has not finished, and nothing again', async () => {
  const folder = new ResultsFolder(path);
  let calls = 0;
  const failing = (cell: Cell) => (++calls === 4 ? Promise.reject(new Error('killed')) : train(cell));
  await expect(runCells(cells, { folder, trainers: [failing] })).rejects.toThrow('killed');
  expect(trained).toEqual(cells.slice(0, 3).map(nameOf));
  expect(await readResults(cells, folder)).toEqual(cells.slice(0, 3).map(resultOf));
  await runCells(cells, { folder, trainers: [train] });
  expect(trained).toEqual(cells.map(nameOf));
  await runCells(cells, { folder, trainers: [() => Promise.reject(new Error('nothing is left'))] });
});

test('several trainers share the cells', async () => {
  const left: number[] = [];
  await runCells(cells, { folder: new ResultsFolder(path), trainers: [train, train, train], onResult: (_, rest) => left.push(rest) });
  expect([...trained].sort()).toEqual(cells.map(nameOf).sort());
  expect(left).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
});

test('a result of other settings or the half of a file counts for nothing', async () => {
  const folder = new ResultsFolder(path);
  const [first, second] = cells as [Cell, Cell];
  await folder.write({ ...resultOf(first), settings: { ...settingsOf(first), batchSize: 1 } });
  await writeFile(join(path, `${nameOf(second)}.json.part`), '{"cell"');
  await runCells(cells, { folder, trainers: [train] });
  expect(trained).toHaveLength(cells.length);
  expect((await readdir(path)).sort()).toEqual(cells.map((cell) => `${nameOf(cell)}.json`).sort());
});

test('every cell has a file of its own', () => {
  const all = allCells({ data: ['ring', 'grid'], games: ['hinge', 'minimax'], ks: [1, 5], seeds: 3, steps: 10 });
  expect(new Set(all.map(nameOf)).size).toBe(2 * 2 * 2 * 3);
  expect([nameOf(all[0]!), nameOf(all.at(-1)!)]).toEqual(['ring-hinge-k1-seed0-steps4', 'grid-minimax-k5-seed2-steps10']);
});
