import { frequencyTotal } from '@genmodels/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantise } from './quantise.ts';

function frequenciesOf(masses: readonly number[]): number[] {
  const frequencies = new Uint32Array(masses.length);
  quantise(Float64Array.from(masses), frequencies);
  return [...frequencies];
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const anyMass = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1e-300, 5e-324, 1e300, Infinity, Number.NaN));

test('whatever the masses, the frequencies are at least 1 and make the total', () => {
  fc.assert(
    fc.property(fc.array(anyMass, { minLength: 2, maxLength: 300 }), (masses) => {
      const frequencies = frequenciesOf(masses);
      expect(Math.min(...frequencies)).toBeGreaterThanOrEqual(1);
      expect(sum(frequencies)).toBe(frequencyTotal);
    }),
  );
});

test('each frequency but the largest is its share, rounded down, and 1', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 1e-9, max: 1, noNaN: true }), { minLength: 2, maxLength: 256 }), (masses) => {
      const frequencies = frequenciesOf(masses);
      const shares = masses.map((mass) => (mass / sum(masses)) * (frequencyTotal - masses.length));
      const likeliest = masses.indexOf(Math.max(...masses));
      const gaps = frequencies.map((frequency, level) => frequency - shares[level]!);
      expect(Math.min(...gaps)).toBeGreaterThan(-1e-6);
      expect(Math.max(...gaps.filter((_, level) => level !== likeliest))).toBeLessThan(1 + 1e-6);
    }),
  );
});

test('a factor changes nothing, and what is certain leaves the others 1', () => {
  expect(frequenciesOf([3, 1])).toEqual(frequenciesOf([0.75, 0.25]));
  expect(frequenciesOf([0, 1, 0])).toEqual([1, frequencyTotal - 2, 1]);
});

test.each([[[0, 0, 0]], [[1, Number.NaN, 0]], [[Infinity, 1, 0]]])('of %j all are alike', (masses) => {
  expect(frequenciesOf(masses)).toEqual([5592406, 5592405, 5592405]);
});
