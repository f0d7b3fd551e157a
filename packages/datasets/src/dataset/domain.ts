import { type Domain, GenmodelsError, show } from '@genmodels/core';

/** How many even steps of [0, 1] a value may stand on; without end for 'unit' and 'real'. */
export function levelsOf(domain: Domain): number {
  if (domain === 'binary') return 2;
  return typeof domain === 'string' ? Infinity : domain.levels;
}

/** Throws 'invalid-value' with the index of the first value outside. Bytes are numbers of steps. `path` is what errors call the data. */
export function checkValues(data: Float32Array | Uint8Array, domain: Domain, path = 'values'): void {
  const levels = levelsOf(domain);
  if (data instanceof Uint8Array) {
    if (levels < 256) checkEach(data, domain, path, (byte) => byte < levels, `a byte from 0 to ${levels - 1}`);
  } else if (domain === 'real') checkEach(data, domain, path, Number.isFinite, 'a finite number');
  else if (domain === 'unit') checkEach(data, domain, path, (value) => value >= 0 && value <= 1, 'a number from 0 to 1');
  else checkEach(data, domain, path, (value) => isStep(value, levels), `k / ${levels - 1} for a whole k from 0 to ${levels - 1}`);
}

export function describeDomain(domain: Domain): string {
  return typeof domain === 'string' ? show(domain) : `{ levels: ${domain.levels} }`;
}

/** A float32 misses its step by rounding, and by no more. */
function isStep(value: number, levels: number): boolean {
  const step = value * (levels - 1);
  return value >= 0 && value <= 1 && Math.abs(step - Math.round(step)) <= 1e-6 * levels;
}

function checkEach(
  data: Float32Array | Uint8Array,
  domain: Domain,
  path: string,
  fits: (value: number) => boolean,
  expected: string,
): void {
  for (let i = 0; i < data.length; i++) {
    if (fits(data[i]!)) continue;
    throw new GenmodelsError(
      'invalid-value',
      `${path}[${i}] must be ${expected}, as the domain ${describeDomain(domain)} says, got ${show(data[i])}`,
    );
  }
}
