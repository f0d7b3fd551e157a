import { check, show } from '@genmodels/core';

/** Numbers by name, one for each example: 0 or 1 for yes or no, the number of a choice from 0, or a measure. */
export type Attributes = Readonly<Record<string, Float32Array>>;

export function mapAttributes(attributes: Attributes, change: (column: Float32Array) => Float32Array): Attributes {
  return Object.fromEntries(Object.entries(attributes).map(([name, column]) => [name, change(column)]));
}

export function pickNumbers(column: Float32Array, indices: Uint32Array): Float32Array {
  return Float32Array.from(indices, (index) => column[index]!);
}

/** Throws 'invalid-shape' where one has another length than the examples. */
export function toAttributes(attributes: Attributes, length: number): Attributes {
  for (const [name, column] of Object.entries(attributes)) {
    check(
      column.length === length,
      'invalid-shape',
      () => `attributes.${name} must hold one number for each of ${length} examples, got ${show(column.length)}`,
    );
  }
  return mapAttributes(attributes, (column) => Float32Array.from(column));
}
