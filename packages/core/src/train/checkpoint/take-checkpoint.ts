import type * as tf from '@tensorflow/tfjs-core';
import { readTensors } from '../../io/read-tensors.ts';
import { namedVariables } from '../../nn/module.ts';
import type { Assignment, Progress } from '../progress.ts';
import type { Checkpoint } from './checkpoint-file.ts';
import { describeRun } from './run-description.ts';

/** Where a run stands. All reads start before this returns, so that no step can come between two of them. */
export async function takeCheckpoint(given: Assignment, progress: Progress): Promise<Checkpoint> {
  const { model, plan } = given;
  const { step, players, average, meter } = progress;
  const state = {
    run: describeRun(given, plan.steps),
    steps: plan.steps,
    step,
    updates: players.map(({ updates }) => updates),
    averaged: average?.updates ?? 0,
    pending: meter.weights,
  };
  const reports = { history: [...progress.history], validation: [...progress.validation] };
  const [weights, tensors] = await Promise.all([readTensors(namedVariables(model)), readTensors(tensorsOf(progress))]);
  return { model: { kind: model.kind, config: model.config, tensors: weights }, state, reports, tensors };
}

/** By their names in a checkpoint; they stay the run's own. */
function tensorsOf({ players, average, meter }: Progress): Map<string, tf.Tensor> {
  const parts: (readonly [part: string, tensors: ReadonlyMap<string, tf.Tensor>])[] = [
    ...players.map((player) => [player.part, player.slots] as const),
    ['average', average?.averages ?? new Map()],
    ['pending', meter.sums],
  ];
  return new Map(parts.flatMap(([part, tensors]) => [...tensors].map(([name, tensor]) => [`${part}/${name}`, tensor] as const)));
}
