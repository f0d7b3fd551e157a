import { check, show } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { namedVariables } from '../nn/module.ts';
import { type EncodeOptions, encodeModelFile } from './format/encode-model-file.ts';
import { file } from './places/file.ts';
import type { ByteStorage, TransferOptions } from './places/storage.ts';
import { readTensors } from './read-tensors.ts';
import { isWebAddress } from './source.ts';

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
  const tensors = await readTensors(namedVariables(model));
  return encodeModelFile({ kind: model.kind, config: model.config, tensors }, options);
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
