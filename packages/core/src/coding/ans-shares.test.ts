import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HalvedShares } from './ans-shares.ts';
import { frequencyTotal } from './frequencies.ts';

const all = (symbols: number, below: (symbol: number) => number) =>
  Array.from({ length: symbols }, (_, symbol) => new HalvedShares(symbols, below).of(symbol));

const anything = fc.oneof(fc.double(), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, -1, Number.NaN, Infinity, -Infinity));

test('whatever the probabilities, each symbol has at least a slot, and all have the total without a gap', () => {
  fc.assert(
    fc.property(fc.array(anything, { minLength: 2, maxLength: 300 }), (below) => {
      let end = 0;
      for (const { start, frequency } of all(below.length, (symbol) => below[symbol]!)) {
        expect(start).toBe(end);
        expect(frequency).toBeGreaterThanOrEqual(1);
        end = start + frequency;
      }
      expect(end).toBe(frequencyTotal);
    }),
  );
});

test('a slot belongs to the symbol whose share it lies in', () => {
  fc.assert(
    fc.property(fc.array(anything, { minLength: 2, maxLength: 300 }), fc.nat(frequencyTotal - 1), (below, slot) => {
      const shares = new HalvedShares(below.length, (symbol) => below[symbol]!);
      const share = shares.at(slot);
      expect(shares.of(share.symbol)).toEqual(share);
      expect(slot).toBeGreaterThanOrEqual(share.start);
      expect(slot).toBeLessThan(share.start + share.frequency);
    }),
  );
});

test.each([2, 3, 5, 256])('of %i symbols, each has its probability and a slot, rounded by less than one', (symbols) => {
  const below = (symbol: number) => (symbol / symbols) ** 2;
  for (const { symbol, frequency } of all(symbols, below)) {
    const wanted = 1 + (below(symbol + 1) - below(symbol)) * (frequencyTotal - symbols);
    expect(Math.abs(frequency - wanted)).toBeLessThan(1);
  }
});

test('equal probabilities are equal shares', () => {
  expect(new Set(all(2 ** 12, (symbol) => symbol / 2 ** 12).map(({ frequency }) => frequency))).toEqual(new Set([2 ** 12]));
});

test('one symbol alone has all', () => {
  expect(all(1, () => Number.NaN)).toEqual([{ symbol: 0, start: 0, frequency: frequencyTotal }]);
});
