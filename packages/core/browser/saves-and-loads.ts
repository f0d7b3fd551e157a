import * as tf from '@tensorflow/tfjs-core';
import { startBackend } from '../../../checks/browser/start-backend.ts';
import { load } from '../src/io/load.ts';
import type { ByteStorage } from '../src/io/places/storage.ts';
import { save, toBytes } from '../src/io/save.ts';
import { ToyModel } from '../src/io/toy-model.ts';

/** Throws unless a model that is saved and loaded again is the same model, and nothing is left behind. */
export async function savesAndLoads(storage: ByteStorage): Promise<void> {
  await startBackend();
  const [model, tensors] = [new ToyModel({ width: 5 }), tf.memory().numTensors];
  tf.tidy(() => model.decoder.bias.assign(tf.tensor1d([1 / 3, -2e-30, 7])));
  await save(model, storage);
  const loaded = await load(storage, [ToyModel]);
  if (String(await toBytes(loaded)) !== String(await toBytes(model))) throw new Error('another model came back');
  loaded.dispose();
  if (tf.memory().numTensors !== tensors) throw new Error('tensors are left behind');
  model.dispose();
}
