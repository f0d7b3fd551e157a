import type * as tf from '@tensorflow/tfjs-core';
import { check, show } from '../errors.ts';
import type { HostTensor } from './format/host-tensor.ts';

/**
 * Tensors by name, on the host. All reads start before this returns, so that a training that goes on meanwhile cannot mix two
 * of its steps.
 */
export async function readTensors(tensors: ReadonlyMap<string, tf.Tensor>): Promise<Map<string, HostTensor>> {
  const reads = [...tensors].map(async ([name, tensor]) => [name, await toHost(name, tensor)] as const);
  return new Map(await Promise.all(reads));
}

async function toHost(name: string, tensor: tf.Tensor): Promise<HostTensor> {
  check(!tensor.isDisposed, 'disposed', () => `${show(name)} must be alive, got a disposed model: save it before dispose()`);
  const { shape, dtype } = tensor;
  check(
    dtype === 'float32' || dtype === 'int32',
    'invalid-shape',
    () => `${show(name)} must be float32 or int32, got ${dtype}: cast it where it is made`,
  );
  const values = await tensor.data();
  // After a cast, tfjs's cpu backend still holds the array that it held before: integers under the name of float32.
  if (dtype === 'int32') return { shape, dtype, values: values instanceof Int32Array ? values : Int32Array.from(values) };
  return { shape, dtype, values: values instanceof Float32Array ? values : Float32Array.from(values) };
}
