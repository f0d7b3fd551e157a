import { check, type Domain, GenmodelsError, show } from '@genmodels/core';

/**
 * The numbers of a data set, example after example. Values on at most 256 even steps of [0, 1] are kept as one byte each, the
 * number of the step, beside what each step stands for; all others are kept as they are.
 */
export interface Values {
  readonly data: Float32Array | Uint8Array;
  /** What byte k stands for: k / (levels - 1). Absent where `data` holds the values themselves. */
  readonly meaning?: Float32Array;
}

/** Checks every value against the domain: throws 'invalid-value' with the index of the first one outside. */
export function toValues(data: Float32Array | Uint8Array, domain: Domain): Values {
  const levels = levelsOf(domain);
  if (data instanceof Uint8Array) return bytesToValues(data, domain, levels);
  if (domain === 'real') checkEach(data, domain, Number.isFinite, 'a finite number');
  else if (domain === 'unit') checkEach(data, domain, (value) => value >= 0 && value <= 1, 'a number from 0 to 1');
  else checkEach(data, domain, (value) => isStep(value, levels), `k / ${levels - 1} for a whole k from 0 to ${levels - 1}`);
  if (levels > 256) return { data };
  return { data: Uint8Array.from(data, (value) => Math.round(value * (levels - 1))), meaning: meaningOf(levels) };
}

/** Bytes that number the steps: 0 and 1 of a binary domain, 0 to 255 of 256 levels. */
export function bytesToValues(data: Uint8Array, domain: Domain, levels = levelsOf(domain)): Values {
  check(
    levels <= 256,
    'invalid-argument',
    () => `Uint8Array values need the domain 'binary' or at most 256 levels, got ${describe(domain)}: pass a Float32Array`,
  );
  if (levels < 256) checkEach(data, domain, (byte) => byte < levels, `a byte from 0 to ${levels - 1}`);
  return { data, meaning: meaningOf(levels) };
}

/** Copies the examples at `indices` one after another, as the numbers they stand for. `size` is the length of one. */
export function readExamples({ data, meaning }: Values, size: number, indices: ArrayLike<number>): Float32Array {
  const out = new Float32Array(indices.length * size);
  for (let i = 0; i < indices.length; i++) {
    const example = data.subarray(indices[i]! * size, (indices[i]! + 1) * size);
    if (meaning === undefined) out.set(example, i * size);
    else translate(example, meaning, out, i * size);
  }
  return out;
}

/** The inner loop of every batch: a function of its own, so that engines compile it for bytes alone. */
function translate(example: ArrayLike<number>, meaning: Float32Array, out: Float32Array, at: number): void {
  for (let j = 0; j < example.length; j++) out[at + j] = meaning[example[j]!]!;
}

/** The examples at `indices` as they are kept. */
export function pickExamples({ data, ...rest }: Values, size: number, indices: ArrayLike<number>): Values {
  const picked = data.slice(0, indices.length * size);
  for (let i = 0; i < indices.length; i++) picked.set(data.subarray(indices[i]! * size, (indices[i]! + 1) * size), i * size);
  return { ...rest, data: picked };
}

/** How many steps of [0, 1] a value may stand on; without end for 'unit' and 'real'. */
function levelsOf(domain: Domain): number {
  if (domain === 'binary') return 2;
  return typeof domain === 'string' ? Infinity : domain.levels;
}

function meaningOf(levels: number): Float32Array {
  return Float32Array.from({ length: levels }, (_, step) => step / (levels - 1));
}

/** A float32 misses its step by rounding, and by no more. */
function isStep(value: number, levels: number): boolean {
  const step = value * (levels - 1);
  return value >= 0 && value <= 1 && Math.abs(step - Math.round(step)) <= 1e-6 * levels;
}

function checkEach(data: Float32Array | Uint8Array, domain: Domain, fits: (value: number) => boolean, expected: string): void {
  for (let i = 0; i < data.length; i++) {
    if (fits(data[i]!)) continue;
    throw new GenmodelsError(
      'invalid-value',
      `values[${i}] must be ${expected}, as the domain ${describe(domain)} says, got ${show(data[i])}`,
    );
  }
}

function describe(domain: Domain): string {
  return typeof domain === 'string' ? show(domain) : `{ levels: ${domain.levels} }`;
}
