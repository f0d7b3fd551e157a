import type * as tf from '@tensorflow/tfjs-core';
import { type ErrorCode, GenmodelsError } from '../errors.ts';
import type { BatchSource, Trainable } from '../model.ts';
import { namedVariables } from '../nn/module.ts';
import type { Values } from './history.ts';
import type { Assignment, Progress } from './progress.ts';
import { disposeBatch } from './step-batches.ts';

/** Stops a run whose losses since the last report are no numbers any more, and says what broke first: the data, or which weight. */
export async function checkFinite({ model, source, plan }: Assignment, progress: Progress, values: Values): Promise<void> {
  const { step, history } = progress;
  const broken = Object.entries(values).find(([, value]) => !Number.isFinite(value));
  if (broken === undefined) return;
  const [name, value] = broken;
  const from = history.at(-1)?.step ?? 0;
  const bad = await findBadBatch(source, [from * plan.batchesPerStep, step * plan.batchesPerStep]);
  if (bad !== undefined) {
    const message = `batch ${bad} of the source holds NaN or infinite values (${name} became ${value}); clean the data`;
    throw brokenRun(progress, 'invalid-value', message);
  }
  const weight = await findBadVariable(model);
  const where = weight === undefined ? 'all weights are still finite' : `the first weight that is not finite is ${weight}`;
  throw brokenRun(progress, 'diverged', `${name} became ${value}, and ${where}; ${advice}`);
}

/** The last update may have broken what no loss has seen yet. */
export async function checkWeights(model: Trainable, progress: Progress): Promise<void> {
  const weight = await findBadVariable(model);
  if (weight === undefined) return;
  throw brokenRun(progress, 'diverged', `the last update left ${weight} with NaN or infinite values; ${advice}`);
}

/** The error of a run whose numbers broke, of which the model gets back the weights that were sound last. */
export function brokenRun({ sound }: Progress, code: ErrorCode, message: string, options?: ErrorOptions): GenmodelsError {
  return new GenmodelsError(code, `${message}. The model has the weights of step ${sound.restore()} again`, options);
}

/** Batches are pure in their step, so they can be looked at again. */
async function findBadBatch(source: BatchSource, [from, to]: readonly [number, number]): Promise<number | undefined> {
  for (let i = from; i < to; i++) {
    const batch = await source.batch(i);
    const finite = await isFiniteTensor(batch.x);
    disposeBatch(batch);
    if (!finite) return i;
  }
  return undefined;
}

async function findBadVariable(model: Trainable): Promise<string | undefined> {
  for (const [path, variable] of namedVariables(model)) {
    if (!(await isFiniteTensor(variable))) return path;
  }
  return undefined;
}

async function isFiniteTensor(tensor: tf.Tensor): Promise<boolean> {
  return (await tensor.data()).every(Number.isFinite);
}

const advice = 'lower the learning rate or bound the gradients (clipNorm)';
