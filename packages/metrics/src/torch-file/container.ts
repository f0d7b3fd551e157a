import { checkKnown, checkSound } from './check-sound.ts';
import { isCount } from './pickle/known.ts';
import { describe, isKind, type Value } from './pickle/value.ts';
import type { StorageReference } from './torch-tensor.ts';

/** A file taken apart: what was saved, and the bytes of its storages by key. */
export interface Container {
  readonly saved: Value;
  readonly storages: ReadonlyMap<string, Uint8Array>;
}

/** The tuple that stands for a storage: ('storage', type, key, device, items), and in the older container what it is a part of. */
export function resolveStorage(id: Value): StorageReference {
  checkSound(Array.isArray(id) && id[0] === 'storage', 'a reference', 'be to a storage', describe(id));
  const [, type, key, , count, whole = null] = id;
  checkSound(isKind('storage-type', type), 'a storage', 'have a type', describe(type));
  checkSound(typeof key === 'string' && isCount(count), 'a storage', 'have a key and a count', [describe(key), describe(count)]);
  checkKnown(whole === null, 'a storage', 'be whole', 'a part of another');
  return { kind: 'storage', key, type: type.type, count };
}
