import * as tf from '@tensorflow/tfjs-core';
import { check, show } from '../errors.ts';
import { type Module, namedVariables } from '../nn/module.ts';
import type { HostTensor } from './host-tensor.ts';
import type { ModelFile } from './model-file.ts';

export interface RestoreOptions {
  /** Reads a part of a bigger model's file: with "decoder.", the tensor "decoder.hidden.kernel" goes to `hidden.kernel`. @default '' */
  readonly prefix?: string;
}

/**
 * Copies a file's weights into the variables of a model. Throws 'incompatible-file' where one is missing, left over or of another
 * shape, and then has changed nothing.
 */
export function restore(model: Module, { tensors }: Pick<ModelFile, 'tensors'>, { prefix = '' }: RestoreOptions = {}): void {
  const variables = new Map([...namedVariables(model)].map(([path, variable]) => [prefix + path, variable]));
  checkFit(variables, new Map([...tensors].filter(([name]) => name.startsWith(prefix))));
  tf.tidy(() => {
    const weights = [...variables.keys()].map((name) => toTensor(tensors.get(name)!)); // all of them, before the first is assigned
    [...variables.values()].forEach((variable, i) => variable.assign(weights[i]!));
  });
}

function checkFit(variables: ReadonlyMap<string, tf.Variable>, tensors: ModelFile['tensors']): void {
  const faults: string[] = [];
  for (const [name, variable] of variables) {
    check(!variable.isDisposed, 'disposed', () => `${show(name)} must be alive, got a disposed model: build a new one`);
    const [wanted, got] = [describe(variable), describe(tensors.get(name))];
    if (got !== wanted) faults.push(`${show(name)} must be ${wanted}, got ${got}`);
  }
  for (const name of tensors.keys()) {
    if (!variables.has(name)) faults.push(`${show(name)} has no place in the model`);
  }
  check(
    faults.length === 0,
    'incompatible-file',
    () => `the file must hold the model's tensors: ${faults.slice(0, 6).join('; ')}. Build the model from the file's config`,
  );
}

function describe(tensor: { readonly dtype: string; readonly shape: readonly number[] } | undefined): string {
  return tensor === undefined ? 'nothing' : `${tensor.dtype} [${tensor.shape.join(', ')}]`;
}

/** Of a copy, because a backend may keep the array that it is given. */
function toTensor({ values, shape, dtype }: HostTensor): tf.Tensor {
  return tf.tensor(values.slice(), [...shape], dtype);
}
