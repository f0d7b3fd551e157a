import { check, show, sizeOf } from '@genmodels/core';
import type { AttributeOptions } from '../attributes.ts';
import { checkExamples, type Example, type Examples } from '../example.ts';
import type { DatasetOptions } from './dataset-options.ts';
import { readSpec } from './read-spec.ts';

/** An example with what else is known of it, the same names in each. */
export interface AnnotatedExample extends Example {
  readonly attributes?: Readonly<Record<string, number>>;
}

export interface IterableDatasetOptions extends Omit<DatasetOptions, 'values' | 'labels' | 'attributes'> {
  /** Read once, from the first example to the last. What does not fit into memory is for `DataStream`. */
  readonly values: Examples<AnnotatedExample>;
}

/** Gathers what an iterable gives. */
export async function readIterable({ values, ...rest }: IterableDatasetOptions): Promise<DatasetOptions> {
  const examples: AnnotatedExample[] = [];
  for await (const example of checkExamples(values, readSpec(rest))) examples.push(example);
  const [first] = examples;
  check(first !== undefined, 'invalid-shape', () => 'values must give at least one example, got none');
  return {
    ...rest,
    values: join(examples, sizeOf(rest.shape)),
    ...(first.label !== undefined && { labels: examples.map(({ label }) => label!) }),
    ...(first.attributes && { attributes: toColumns(examples, Object.keys(first.attributes)) }),
  };
}

/** Bytes stay bytes. */
function join(examples: readonly Example[], size: number): Float32Array | Uint8Array {
  const Numbers = examples[0]!.values instanceof Uint8Array ? Uint8Array : Float32Array;
  const joined = new Numbers(examples.length * size);
  for (const [i, { values }] of examples.entries()) {
    check(
      values instanceof Numbers,
      'invalid-value',
      () => `examples[${i}].values must be a ${Numbers.name}, as those before it`,
    );
    joined.set(values, i * size);
  }
  return joined;
}

function toColumns(examples: readonly AnnotatedExample[], names: readonly string[]): AttributeOptions {
  for (const [i, { attributes = {} }] of examples.entries()) {
    check(
      Object.keys(attributes).length === names.length && names.every((name) => Object.hasOwn(attributes, name)),
      'invalid-value',
      () =>
        `examples[${i}].attributes must have the names ${show([...names])}, as those before it, got ${show(Object.keys(attributes))}`,
    );
  }
  return Object.fromEntries(names.map((name) => [name, examples.map(({ attributes }) => attributes![name]!)]));
}
