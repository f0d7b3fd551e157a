import type { StorageType } from '../storage-type.ts';
import type { StorageReference, TorchTensor } from '../torch-tensor.ts';

/** All that a pickle can become here. Lists and tuples are arrays, dictionaries are maps: no key can reach for a prototype. */
export type Value = null | boolean | number | bigint | string | Value[] | Dictionary | Known | StorageReference | TorchTensor;

type Dictionary = Map<Value, Value>;

/** What a name in a pickle stands for. */
export type Known =
  | { readonly kind: 'function'; call(values: readonly Value[]): Value }
  | { readonly kind: 'storage-type'; readonly type: StorageType };

export function isKind<K extends 'function' | 'storage-type' | 'storage' | 'tensor'>(
  kind: K,
  value: Value | undefined,
): value is Extract<Value, { kind: K }> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}

/** For messages: the type and, where it is short, the value. */
export function describe(value: Value | undefined): unknown {
  if (value instanceof Map) return 'a dictionary';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' && value !== null ? `a ${value.kind}` : value;
}
