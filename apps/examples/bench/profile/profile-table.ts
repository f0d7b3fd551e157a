import { threeDigits } from '../backend/tables.ts';
import type { TextTable } from '../backend/text-table.ts';
import type { KernelRun } from './kernel-clock.ts';
import { bytesOf, inputShapes, operationsOf } from './kernel-work.ts';
import type { Profile } from './profile-network.ts';

/** Where a step's time goes: kernel by kernel, or shape by shape, the longest first, and then in sum. */
export function profileTable(profile: Profile, { shapes }: { readonly shapes: boolean }): TextTable {
  const { title, steps, runs } = profile;
  const kernels = tally(runs, (run) => (shapes ? `${run.kernel} ${inputShapes(run)}` : run.kernel));
  const phases = (['forward', 'backward', 'update'] as const).flatMap((phase) => {
    return tally(
      runs.filter((run) => run.phase === phase),
      () => `${phase}, all kernels`,
    );
  });
  kernels.sort((a, b) => b.milliseconds - a.milliseconds);
  return {
    title: `A step of ${title}: the mean of ${steps}`,
    headings: [['kernel'], ['calls'], ['ms'], ['share'], ['GFLOP'], ['GFLOP/s'], ['GB/s']],
    rows: [...[...kernels, ...phases].map((row) => cellsOf(row, profile)), ...remainder(profile)],
  };
}

interface Tally {
  readonly name: string;
  calls: number;
  milliseconds: number;
  operations: number;
  bytes: number;
}

/** Sums over the runs of the same name, in the order of the first. */
function tally(runs: readonly KernelRun[], nameOf: (run: KernelRun) => string): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const run of runs) {
    const name = nameOf(run);
    const sum = tallies.get(name) ?? { name, calls: 0, milliseconds: 0, operations: 0, bytes: 0 };
    sum.calls += 1;
    sum.milliseconds += run.milliseconds;
    sum.operations += operationsOf(run);
    sum.bytes += bytesOf(run);
    tallies.set(name, sum);
  }
  return [...tallies.values()];
}

function cellsOf({ name, calls, milliseconds, operations, bytes }: Tally, { steps, milliseconds: whole }: Profile): string[] {
  const rate =
    operations === 0 ? ['', ''] : [threeDigits(operations / steps / 1e9), threeDigits(operations / milliseconds / 1e6)];
  const calledAStep = threeDigits(calls / steps);
  return [name, calledAStep, ...timeCells(milliseconds, steps, whole), ...rate, threeDigits(bytes / milliseconds / 1e6)];
}

/** What no kernel accounts for: the host's own work (noise, the tape, dispatch, garbage). */
function remainder({ runs, steps, milliseconds }: Profile): string[][] {
  const outside = milliseconds - runs.reduce((sum, run) => sum + run.milliseconds, 0);
  return [
    ['outside of kernels', '', ...timeCells(outside, steps, milliseconds), '', '', ''],
    ['the whole step', '', ...timeCells(milliseconds, steps, milliseconds), '', '', ''],
  ];
}

function timeCells(milliseconds: number, steps: number, whole: number): [string, string] {
  return [threeDigits(milliseconds / steps), `${((100 * milliseconds) / whole).toFixed(1)} %`];
}
