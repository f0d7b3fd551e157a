import type * as tf from '@tensorflow/tfjs-core';
import { check, GenmodelsError, show } from '../errors.ts';
import type { Objective, Trainable } from '../model.ts';
import { namedVariables } from '../nn/module.ts';

/** The trainable variables by path, without the frozen ones. */
export function unfrozen(model: Trainable, freeze: readonly string[]): Map<string, tf.Variable> {
  const trainable = [...namedVariables(model)].filter(([, variable]) => variable.trainable);
  const covers = (prefix: string, path: string) => path === prefix || path.startsWith(`${prefix}.`);
  for (const prefix of freeze) {
    check(
      trainable.some(([path]) => covers(prefix, path)),
      'invalid-config',
      () => `freeze names ${show(prefix)}, but the model has only ${trainable.map(([path]) => path).join(', ')}`,
    );
  }
  const kept = trainable.filter(([path]) => !freeze.some((prefix) => covers(prefix, path)));
  check(kept.length > 0, 'invalid-config', () => 'freeze leaves no variable to train; freeze fewer');
  return new Map(kept);
}

/** An objective's variables under their paths: optimizer slots are kept by path. */
export function variablesOf(
  objective: Objective,
  model: Trainable,
  trained: ReadonlyMap<string, tf.Variable>,
): Map<string, tf.Variable> {
  const all = new Set(namedVariables(model).values());
  if (!objective.variables.every((variable) => all.has(variable))) {
    throw new GenmodelsError(
      'invalid-config',
      `the objective ${show(objective.name)} trains a variable that is no field of the model; keep it in a field`,
    );
  }
  const wanted = new Set(objective.variables);
  return new Map([...trained].filter(([, variable]) => wanted.has(variable)));
}
