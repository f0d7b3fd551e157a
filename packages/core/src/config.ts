import { check, GenmodelsError, show } from './errors.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import type { DataSpec, Domain } from './model.ts';

/** Reads one value of a config: gives what to store, or throws 'invalid-config' with the path. */
export type Field<T> = (value: unknown, path: string) => T;

/** The config that a table of fields reads. */
export type ConfigOf<Fields extends Record<string, Field<unknown>>> = { readonly [K in keyof Fields]: ReturnType<Fields[K]> };

/**
 * Reads an object whose keys are all known: a user's partial options, or a config from a file. The result is complete, frozen
 * and, where its fields are, plain JSON.
 */
export function object<Fields extends Record<string, Field<unknown>>>(fields: Fields): Field<ConfigOf<Fields>> {
  return (value, path) => {
    check(isJsonObject(value), 'invalid-config', () => `${path} must be an object with options, got ${show(value)}`);
    for (const key of Object.keys(value)) {
      check(
        Object.hasOwn(fields, key),
        'invalid-config',
        () => `${path} has no option ${show(key)}; its options are ${Object.keys(fields).join(', ')}`,
      );
    }
    const entries = Object.entries(fields).map(([key, field]) => [key, field(own(value, key), `${path}.${key}`)] as const);
    return Object.freeze(Object.fromEntries(entries)) as ConfigOf<Fields>;
  };
}

/** The default is read like a given value, so that it is checked too. */
export function optional<T>(field: Field<T>, fallback: T): Field<T> {
  return (value, path) => field(value === undefined ? fallback : value, path);
}

export function integer(bounds: Bounds = {}): Field<number> {
  return numeric('an integer', Number.isSafeInteger, bounds);
}

export function number(bounds: Bounds = {}): Field<number> {
  return numeric('a finite number', Number.isFinite, bounds);
}

export function boolean(): Field<boolean> {
  return (value, path) => {
    check(typeof value === 'boolean', 'invalid-config', () => `${path} must be true or false, got ${show(value)}`);
    return value;
  };
}

export function oneOf<const T extends readonly (string | number)[]>(choices: T): Field<T[number]> {
  return (value, path) => {
    const known = choices.includes(value as T[number]);
    check(known, 'invalid-config', () => `${path} must be one of ${choices.map(show).join(', ')}, got ${show(value)}`);
    return value as T[number];
  };
}

export function list<T>(item: Field<T>, bounds: Bounds = {}): Field<readonly T[]> {
  return (value, path) => {
    const ok = Array.isArray(value) && lies(value.length, bounds);
    check(ok, 'invalid-config', () => `${path} must be a list${describe(bounds, ' items')}, got ${show(value)}`);
    return Object.freeze((value as unknown[]).map((entry, i) => item(entry, `${path}[${i}]`)));
  };
}

/** The seed of the initial weights. */
export function seed(): Field<number> {
  return optional(integer({ min: 0 }), 0);
}

export function dataSpec(): Field<DataSpec> {
  return object({ shape: list(integer({ min: 1 }), { min: 1, max: 4 }), domain });
}

function domain(value: unknown, path: string): Domain {
  if (value === 'binary' || value === 'unit' || value === 'real') return value;
  if (isJsonObject(value) && 'levels' in value) return object({ levels: integer({ min: 2, max: 65_536 }) })(value, path);
  throw new GenmodelsError('invalid-config', `${path} must be 'binary', 'unit', 'real' or { levels }, got ${show(value)}`);
}

/** Never the prototype's: a config from a file may name "constructor". */
function own(value: JsonObject, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

export interface Bounds {
  /** The least value. */
  readonly min?: number;
  /** The greatest value. */
  readonly max?: number;
  /** Greater than this. */
  readonly above?: number;
  /** Less than this. */
  readonly below?: number;
}

function numeric(what: string, isOne: (value: unknown) => boolean, bounds: Bounds): Field<number> {
  return (value, path) => {
    const ok = isOne(value) && lies(value as number, bounds);
    check(ok, 'invalid-config', () => `${path} must be ${what}${describe(bounds)}, got ${show(value)}`);
    return value as number;
  };
}

function lies(value: number, { min = -Infinity, max = Infinity, above = -Infinity, below = Infinity }: Bounds): boolean {
  return value >= min && value <= max && value > above && value < below;
}

/** ' of at least 0 and below 1'. */
function describe(bounds: Bounds, unit = ''): string {
  const words = { min: 'of at least', max: 'of at most', above: 'above', below: 'below' };
  return Object.entries(bounds)
    .map(([end, value]) => ` ${words[end as keyof Bounds]} ${value}${unit}`)
    .join(' and');
}
