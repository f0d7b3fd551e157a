import * as tf from '@tensorflow/tfjs-core';
import { GenmodelsError } from '../errors.ts';
import { findKind } from '../find-kind.ts';
import type { JsonObject } from '../json.ts';
import { type DecodeOptions, decodeModelFile } from './format/decode-model-file.ts';
import type { ModelFile } from './format/model-file.ts';
import type { TransferOptions } from './places/storage.ts';
import { restore } from './restore.ts';
import { openSource, type Source } from './source.ts';

export interface LoadOptions extends TransferOptions, DecodeOptions {}

/** How a file becomes a model again. A class with these two as statics is one. */
export interface ModelKind<M extends Loadable = Loadable> {
  /** What the file calls it: 'vae', 'gan', ... */
  readonly kind: string;
  /** Where its weights stand in a file that holds more, as in `restore`. @default '' */
  readonly prefix?: string;
  fromConfig(config: JsonObject): M;
}

/** A model that a file can become. */
export interface Loadable {
  dispose(): void;
}

/** The model that one of the given kinds makes. */
export type ModelOf<Kinds extends readonly ModelKind[]> = ReturnType<Kinds[number]['fromConfig']>;

/**
 * Loads a model of any of the given kinds: `load('model.safetensors', [Vae, Gan])`. The caller disposes it. Throws 'storage',
 * 'corrupt-file', 'incompatible-file' or 'invalid-value', and leaves no tensor behind.
 */
export async function load<const Kinds extends readonly ModelKind[]>(
  source: Source,
  kinds: Kinds,
  options?: LoadOptions,
): Promise<ModelOf<Kinds>> {
  const file = await readModelFile(source, options);
  const kind = findKind(file.kind, kinds, 'the model');
  await tf.ready().catch(refuseWithoutBackend);
  const model = kind.fromConfig(file.config);
  try {
    restore(model, file, kind);
  } catch (error) {
    model.dispose();
    throw error;
  }
  return model as ModelOf<Kinds>;
}

/** Reads a file without building its model: to inspect it, or to `restore` a part of it. */
export async function readModelFile(source: Source, options?: LoadOptions): Promise<ModelFile> {
  return decodeModelFile(await openSource(source).read(options), options);
}

function refuseWithoutBackend(cause: unknown): never {
  throw new GenmodelsError(
    'missing-backend',
    'a model needs a tfjs backend: import one, such as @tensorflow/tfjs-backend-cpu, first',
    { cause },
  );
}
