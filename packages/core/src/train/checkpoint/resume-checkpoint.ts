import { check, show } from '../../errors.ts';
import type { HostTensor } from '../../io/format/host-tensor.ts';
import { checkSound } from '../../io/format/safetensors.ts';
import { restore } from '../../io/restore.ts';
import type { Json } from '../../json.ts';
import type { Assignment, Progress } from '../progress.ts';
import type { Checkpoint } from './checkpoint-file.ts';
import type { CheckpointState } from './checkpoint-state.ts';
import { jsonDifference } from './json-difference.ts';
import { describeRun } from './run-description.ts';

/** Puts a new run, its model included, where a checkpoint stands. Throws 'incompatible-file' where it is another run's. */
export function resumeCheckpoint(given: Assignment, progress: Progress, checkpoint: Checkpoint): void {
  checkSameRun(given, checkpoint.state);
  const { model, state, reports, tensors } = checkpoint;
  const { players, average, meter } = progress;
  checkSound(
    state.updates.length === players.length,
    'the state',
    `count the updates of ${players.length} players`,
    state.updates,
  );
  players.forEach((player, i) => player.resume(state.updates[i]!, partOf(tensors, player.part)));
  average?.resume(state.averaged, partOf(tensors, 'average'));
  meter.resume(state.pending, partOf(tensors, 'pending'));
  restore(given.model, model); // all or nothing, and last: what came before belongs to the run alone
  progress.step = state.step;
  for (const report of reports.history) progress.history.push(report);
  for (const report of reports.validation) progress.validation.push(report);
}

function partOf(tensors: ReadonlyMap<string, HostTensor>, part: string): Map<string, HostTensor> {
  const own = [...tensors].filter(([name]) => name.startsWith(`${part}/`));
  return new Map(own.map(([name, tensor]) => [name.slice(part.length + 1), tensor] as const));
}

function checkSameRun(given: Assignment, { run, steps, step }: CheckpointState): void {
  const own = JSON.parse(JSON.stringify(describeRun(given, steps))) as Json; // as a file would give it back
  const difference = jsonDifference(run, own);
  check(difference === undefined, 'incompatible-file', () => {
    const { path, first, second } = difference!;
    return `the checkpoint must be of this run, but there ${path} was ${show(first)}, here it is ${show(second)}. Give fit what that run was given, or another folder`;
  });
  check(
    given.plan.steps >= step,
    'invalid-argument',
    () => `steps must be at least ${step}, where the checkpoint stands, got ${given.plan.steps}`,
  );
}
