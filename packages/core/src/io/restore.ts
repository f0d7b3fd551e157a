import * as tf from '@tensorflow/tfjs-core';
import { check, show } from '../errors.ts';
import { type Module, namedVariables } from '../nn/module.ts';
import { describeTensor } from '../shape.ts';
import type { HostTensor } from './format/host-tensor.ts';
import { type ModelFile, trainingPrefix } from './format/model-file.ts';

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
  checkFit(variables, new Map([...tensors].filter(([name]) => name.startsWith(prefix) && !name.startsWith(trainingPrefix))));
  tf.tidy(() => {
    const weights = [...variables].map(([name, variable]) => [variable, toTensor(tensors.get(name)!)] as const);
    for (const [variable, weight] of weights) variable.assign(weight); // when all of them are there
  });
}

/** Tensors of the wanted names, types and shapes, in the order of the file. The caller disposes them. */
export function toTensors(wanted: ReadonlyMap<string, Kind>, tensors: ModelFile['tensors']): Map<string, tf.Tensor> {
  checkFit(wanted, tensors);
  return new Map([...tensors].map(([name, tensor]) => [name, toTensor(tensor)] as const));
}

function checkFit(variables: ReadonlyMap<string, Kind>, tensors: ModelFile['tensors']): void {
  const faults: string[] = [];
  for (const name of new Set([...variables.keys(), ...tensors.keys()])) {
    const variable = variables.get(name);
    check(!variable?.isDisposed, 'disposed', () => `${show(name)} must be alive, got a disposed model: build a new one`);
    const [wanted, got] = [describeTensor(variable), describeTensor(tensors.get(name))];
    if (got !== wanted) faults.push(`${show(name)} must be ${wanted}, got ${got}`);
  }
  check(
    faults.length === 0,
    'incompatible-file',
    () => `the file must hold the model's tensors: ${faults.slice(0, 6).join('; ')}. Build the model from the file's config`,
  );
}

interface Kind {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly isDisposed?: boolean;
}

/** Of a copy, because a backend may keep the array that it is given. */
function toTensor({ values, shape, dtype }: HostTensor): tf.Tensor {
  return tf.tensor(values.slice(), [...shape], dtype);
}
