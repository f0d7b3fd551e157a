import type * as tf from '@tensorflow/tfjs-core';

/**
 * A module is any object; its fields hold layers, `tf.Variable`s (the parameters) and plain tensors (constants such as masks).
 * The field path ("decoder.layers.0.kernel") is the parameter's name in a file, in an optimizer and in `freeze`.
 */
export type Module = object;

/** The learned tensors and running averages of a module by field path, in field order; a shared one by its first path. */
export function namedVariables(module: Module): Map<string, tf.Variable> {
  const found = new Map<string, tf.Variable>();
  walk(module, '', new Set(), (path, tensor) => {
    if (isVariable(tensor)) found.set(path, tensor);
  });
  return found;
}

/** The variables that training may change, in field order. */
export function trainableVariables(...modules: readonly Module[]): tf.Variable[] {
  return modules.flatMap((module) => [...namedVariables(module).values()]).filter((variable) => variable.trainable);
}

/** How many numbers training may change. */
export function countParameters(module: Module): number {
  return trainableVariables(module).reduce((sum, variable) => sum + variable.size, 0);
}

/** Frees variables and constants alike. Calling it twice is harmless. */
export function disposeModule(module: Module): void {
  walk(module, '', new Set(), (_, tensor) => tensor.dispose());
}

/** By shape and not by `instanceof`, so that two copies of tfjs-core in one tree still work together. */
export function isVariable(value: unknown): value is tf.Variable {
  return isTensor(value) && 'trainable' in value && 'assign' in value;
}

export function isTensor(value: unknown): value is tf.Tensor {
  return typeof value === 'object' && value !== null && 'dataId' in value && 'shape' in value && 'dtype' in value;
}

function walk(value: object, path: string, seen: Set<object>, visit: (path: string, tensor: tf.Tensor) => void): void {
  if (seen.has(value)) return;
  seen.add(value);
  for (const [key, item] of Object.entries(value)) {
    if (isTensor(item)) {
      if (!seen.has(item)) visit(path + key, item);
      seen.add(item);
    } else if (typeof item === 'object' && item !== null && !ArrayBuffer.isView(item)) walk(item, `${path}${key}.`, seen, visit);
  }
}
