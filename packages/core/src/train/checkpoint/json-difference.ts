import type { Json } from '../../json.ts';

export interface JsonDifference {
  /** "options.seed" */
  readonly path: string;
  readonly first: Json | undefined;
  readonly second: Json | undefined;
}

/** Where two values first differ, in the order of the second; undefined where they are equal. Lists count as tables by index. */
export function jsonDifference(first: Json | undefined, second: Json | undefined, path = ''): JsonDifference | undefined {
  const [left, right] = [entriesOf(first), entriesOf(second)];
  if (!left || !right) return first === second ? undefined : { path, first, second };
  for (const key of new Set([...right.keys(), ...left.keys()])) {
    const found = jsonDifference(left.get(key), right.get(key), path === '' ? key : `${path}.${key}`);
    if (found) return found;
  }
  return undefined;
}

function entriesOf(value: Json | undefined): Map<string, Json> | undefined {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
}
