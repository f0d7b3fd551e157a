import { check, show } from '@genmodels/core';

/** Numbers by name, one for each example: 0 or 1 for yes or no, the number of a choice from 0, or a measure. */
export type Attributes = Readonly<Record<string, Float32Array>>;

/** Attributes as they may be given: whole numbers and measures alike become float32. */
export type AttributeOptions = Readonly<Record<string, ArrayLike<number>>>;

/** Throws 'invalid-shape' where one has another length than the examples, and 'invalid-value' where a number is not finite. */
export function toAttributes(attributes: AttributeOptions, length: number): Attributes {
  return mapColumns(attributes, (column, name) => toColumn(column, `attributes.${name}`, length));
}

export function mapAttributes(attributes: Attributes, change: (column: Float32Array) => Float32Array): Attributes {
  return mapColumns(attributes, change);
}

export function pickNumbers(column: Float32Array, indices: Uint32Array): Float32Array {
  return Float32Array.from(indices, (index) => column[index]!);
}

function toColumn(numbers: ArrayLike<number>, path: string, length: number): Float32Array {
  check(
    numbers.length === length,
    'invalid-shape',
    () => `${path} must hold one number for each of ${length} examples, got ${show(numbers.length)}`,
  );
  const column = Float32Array.from(numbers);
  const bad = column.findIndex((value) => !Number.isFinite(value));
  check(bad === -1, 'invalid-value', () => `${path}[${bad}] must be a finite number, got ${show(numbers[bad])}`);
  return column;
}

function mapColumns<From>(columns: Readonly<Record<string, From>>, change: (column: From, name: string) => Float32Array) {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, change(column, name)]));
}
