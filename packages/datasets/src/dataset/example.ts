import { check, type DataSpec, show, sizeOf } from '@genmodels/core';
import { checkValues } from './domain.ts';
import { checkLabel } from './labels.ts';
import { checkBytes } from './values.ts';

/** One example, as a stream gives it. */
export interface Example {
  /** Numbers of the domain, or bytes: the numbers of its steps. In the order of the shape. */
  readonly values: Float32Array | Uint8Array;
  /** Its class: an integer from 0. */
  readonly label?: number | undefined;
}

/** What can be gone through once: an async generator, a web stream in Node, a list. */
export type Examples<E extends Example = Example> = AsyncIterable<E> | Iterable<E>;

/**
 * The same examples, each checked and a copy, so that their maker may use its array again. Throws 'invalid-shape' and
 * 'invalid-value' with the number of the example.
 */
export async function* checkExamples<E extends Example>(examples: Examples<E>, spec: DataSpec): AsyncGenerator<E> {
  const size = sizeOf(spec.shape);
  let index = 0;
  let labelled: boolean | undefined;
  for await (const example of examples) {
    const path = `examples[${index++}]`;
    checkExample(example, spec, size, path);
    labelled ??= example.label !== undefined;
    check(
      labelled === (example.label !== undefined),
      'invalid-value',
      () => `${path} must have ${labelled ? 'a' : 'no'} label, as those before it`,
    );
    yield { ...example, values: example.values.slice() };
  }
}

function checkExample({ values, label }: Example, { shape, domain }: DataSpec, size: number, path: string): void {
  check(
    values instanceof Float32Array || values instanceof Uint8Array,
    'invalid-value',
    () => `${path}.values must be a Float32Array or a Uint8Array, got ${show(values)}`,
  );
  check(
    values.length === size,
    'invalid-shape',
    () => `${path}.values must hold the ${size} numbers of the shape ${show(shape)}, got ${values.length}`,
  );
  if (values instanceof Uint8Array) checkBytes(domain);
  checkValues(values, domain, `${path}.values`);
  if (label !== undefined) checkLabel(label, `${path}.label`);
}
