import { show } from '@genmodels/core';
import { ByteReader } from './byte-reader.ts';
import { checkKnown, checkSound } from './check-sound.ts';
import { type Container, resolveStorage } from './container.ts';
import { unpickle } from './pickle/machine.ts';
import { describe, type Value } from './pickle/value.ts';
import type { StorageReference } from './torch-tensor.ts';

const magic = 0x1950a86a20f9469cfc6cn;
const version = 1001;

/**
 * What torch.save wrote before PyTorch 1.6, and writes still when asked to: pickles of a magic number, a version, the machine, the saved
 * object and the keys of its storages; then storage after storage, its count of items before it.
 */
export function openLegacyContainer(bytes: Uint8Array): Container {
  const reader = new ByteReader(bytes);
  checkSound(unpickle(reader) === magic, 'the file', 'begin with the magic number of PyTorch', 'another');
  const got = unpickle(reader);
  checkKnown(got === version, 'the file', `be of version ${version}`, describe(got));
  const machine = unpickle(reader);
  checkKnown(machine instanceof Map && machine.get('little_endian') !== false, 'the file', 'be little-endian', describe(machine));
  const references = new Map<string, StorageReference>();
  const saved = unpickle(reader, (id) => {
    const storage = resolveStorage(id);
    references.set(storage.key, storage);
    return storage;
  });
  return { saved, storages: new Map(readKeys(unpickle(reader), references).map((storage) => readStorage(reader, storage))) };
}

function readKeys(keys: Value, references: ReadonlyMap<string, StorageReference>): StorageReference[] {
  checkSound(Array.isArray(keys), 'the file', 'list its storages', describe(keys));
  return keys.map((key) => {
    const storage = references.get(key as string);
    checkSound(storage !== undefined, 'the file', 'list storages that tensors use', describe(key));
    return storage;
  });
}

function readStorage(reader: ByteReader, { key, type, count }: StorageReference): [string, Uint8Array] {
  const got = reader.uint64();
  checkSound(got === count, `storage ${show(key)}`, `have ${count} items`, got);
  return [key, reader.take(count * type.itemBytes)];
}
