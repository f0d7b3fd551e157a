import type * as tf from '@tensorflow/tfjs-core';
import { check, show } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { namedVariables } from '../nn/module.ts';
import { type EncodeOptions, encodeModelFile } from './encode-model-file.ts';
import { file } from './file.ts';
import type { HostTensor } from './host-tensor.ts';
import { isWebAddress } from './source.ts';
import type { ByteStorage, TransferOptions } from './storage.ts';

export interface SaveOptions extends EncodeOptions, TransferOptions {}

/** What a file needs to know of a model, besides its variables. */
export interface Savable {
  readonly kind: string;
  readonly config: JsonObject;
}

/**
 * Writes a model to a path (in Node) or a storage: config, weights and running averages. The model stays as it is. Throws
 * 'invalid-value' for a model that is no longer finite, 'storage' where writing failed; the old file is there then.
 */
export async function save(model: Savable, destination: string | URL | ByteStorage, options: SaveOptions = {}): Promise<void> {
  const storage = openDestination(destination);
  check(
    storage.write !== undefined,
    'invalid-argument',
    () => 'the destination must be writable, got a storage without write: pass a path',
  );
  await storage.write(await toBytes(model, options), options);
}

/** The file that `save` writes, as bytes: for an upload, or for a download link in a page. */
export async function toBytes(model: Savable, options: EncodeOptions = {}): Promise<Uint8Array> {
  // All reads start now, so that a training that goes on meanwhile cannot mix two of its steps in one file.
  const reads = [...namedVariables(model)].map(async ([path, variable]) => [path, await toHost(path, variable)] as const);
  const tensors = new Map(await Promise.all(reads));
  return encodeModelFile({ kind: model.kind, config: model.config, tensors }, options);
}

async function toHost(path: string, variable: tf.Variable): Promise<HostTensor> {
  check(!variable.isDisposed, 'disposed', () => `${show(path)} must be alive, got a disposed model: save it before dispose()`);
  const { shape, dtype } = variable;
  if (dtype === 'int32') return { shape, dtype, values: await variable.data<'int32'>() };
  check(
    dtype === 'float32',
    'invalid-shape',
    () => `${show(path)} must be float32 or int32, got ${dtype}: cast it where it is made`,
  );
  return { shape, dtype, values: await variable.data<'float32'>() };
}

function openDestination(destination: string | URL | ByteStorage): ByteStorage {
  if (typeof destination !== 'string' && !(destination instanceof URL)) return destination;
  check(
    !isWebAddress(destination),
    'invalid-argument',
    () =>
      `the destination must be a path or a storage, got ${show(String(destination))}: send the result of toBytes(model) there yourself`,
  );
  return file(destination);
}
