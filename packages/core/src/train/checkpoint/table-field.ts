import type { Field } from '../../config.ts';
import { check, show } from '../../errors.ts';
import { isJsonObject } from '../../json.ts';

/** An object with any keys and values of one sort. */
export function table<T>(item: Field<T>): Field<Readonly<Record<string, T>>> {
  return (value, path) => {
    check(isJsonObject(value), 'invalid-config', () => `${path} must be a table, got ${show(value)}`);
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, item(entry, `${path}.${key}`)]));
  };
}
