import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GenmodelsError } from '../errors.ts';
import { createRng } from '../rng.ts';
import type { AnsShares } from './ans-shares.ts';
import { AnsStack } from './ans-stack.ts';
import { frequencyTotal } from './frequencies.ts';

/** A frequency for each symbol, as a range coder takes them. */
function sharesOf(frequencies: readonly number[]): AnsShares {
  const startOf = (symbol: number) => frequencies.slice(0, symbol).reduce((sum, frequency) => sum + frequency, 0);
  const of = (symbol: number) => ({ symbol, start: startOf(symbol), frequency: frequencies[symbol]! });
  return { of, at: (slot) => of(frequencies.findIndex((frequency, symbol) => slot < startOf(symbol) + frequency)) };
}

interface Coded {
  readonly symbol: number;
  readonly frequencies: readonly number[];
}

const cuts = fc.oneof(fc.integer({ min: 1, max: frequencyTotal - 1 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: frequencyTotal - 4, max: frequencyTotal - 1 }));
const tables = fc
  .uniqueArray(cuts, { maxLength: 20 })
  .map((cuts) => [0, ...cuts.sort((a, b) => a - b), frequencyTotal])
  .map((edges) => edges.slice(1).map((edge, i) => edge - edges[i]!));
const messages = fc.array(tables.chain((frequencies) => fc.nat(frequencies.length - 1).map((symbol) => ({ symbol, frequencies }))), { maxLength: 60 });

const bits = (message: readonly Coded[]) =>
  message.reduce((sum, { symbol, frequencies }) => sum - Math.log2(frequencies[symbol]! / frequencyTotal), 0);

const backwards = <T>(items: readonly T[]) => [...items].reverse();

function lender(): () => number {
  const rng = createRng(3);
  return () => rng.nextWord() & 255;
}

const empty = () => new AnsStack({ lend: lender() });

function pushAll(stack: AnsStack, message: readonly Coded[]): AnsStack {
  for (const { symbol, frequencies } of message) stack.push(symbol, sharesOf(frequencies));
  return stack;
}

const popAll = (stack: AnsStack, all: readonly Pick<Coded, 'frequencies'>[]) => all.map(({ frequencies }) => stack.pop(sharesOf(frequencies)));

const symbolsOf = (message: readonly Coded[]) => message.map(({ symbol }) => symbol);

test('any message comes back, the last symbol first, and takes its bits and less than 49 more: five lent bytes, and what the last byte leaves empty', () => {
  fc.assert(
    fc.property(messages, (message) => {
      const bytes = pushAll(empty(), message).bytes();
      expect(8 * bytes.length).toBeLessThan(bits(message) + message.length * 2 ** -15 + 49);
      const stack = new AnsStack({ bytes });
      expect(popAll(stack, backwards(message))).toEqual(backwards(symbolsOf(message)));
      expect(stack.bytes()).toEqual(empty().bytes());
    }),
    { numRuns: 200 },
  );
});

test('what is drawn from nothing and returned is nothing: a 1 and the lent bytes, read backwards', () => {
  fc.assert(
    fc.property(messages, (message) => {
      const stack = empty();
      const symbols = popAll(stack, message);
      pushAll(stack, backwards(message.map(({ frequencies }, i) => ({ symbol: symbols[i]!, frequencies }))));
      const [first, ...lent] = backwards([...stack.bytes()]);
      expect(first).toBe(1);
      expect(lent).toEqual(Array.from(lent, lender()));
    }),
  );
});

test('pops among pushes, and all of it undone', () => {
  fc.assert(
    fc.property(messages, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (message, pops) => {
      const stack = empty();
      const done = message.map((coded, i) => (pops[i] ? { ...coded, symbol: stack.pop(sharesOf(coded.frequencies)) } : (pushAll(stack, [coded]), coded)));
      for (const [i, coded] of backwards([...done.entries()])) {
        if (pops[i]) pushAll(stack, [coded]);
        else expect(popAll(stack, [coded])).toEqual([coded.symbol]);
      }
      const [first, ...lent] = backwards([...stack.bytes()]);
      expect(first).toBe(1);
      expect(lent).toEqual(Array.from(lent, lender()));
    }),
  );
});

test('symbols are drawn as often as their frequencies say', () => {
  const shares = sharesOf([2 ** 22, 2 ** 23, 2 ** 22]);
  const stack = empty();
  const counts = [0, 0, 0];
  for (let i = 0; i < 20_000; i++) counts[stack.pop(shares)]!++;
  for (const [symbol, share] of [0.25, 0.5, 0.25].entries()) {
    expect(Math.abs(counts[symbol]! / 20_000 - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 20_000)); // 4 standard errors
  }
});

test('100,000 symbols take 0.01 % and 49 bits more than their information', () => {
  const uniforms = createRng(0).fillUniform(new Float32Array(300_000));
  const message = Array.from({ length: 100_000 }, (_, i) => {
    const [a, b] = [uniforms[3 * i]!, uniforms[3 * i + 1]!].sort();
    const [low, high] = [Math.ceil(a! * (frequencyTotal - 3)), Math.ceil(b! * (frequencyTotal - 3)) + 1];
    const wanted = uniforms[3 * i + 2]! * frequencyTotal;
    return { symbol: wanted < low ? 0 : wanted < high ? 1 : 2, frequencies: [low, high - low, frequencyTotal - high] };
  });
  const bytes = pushAll(empty(), message).bytes();
  expect(popAll(new AnsStack({ bytes }), backwards(message))).toEqual(backwards(symbolsOf(message)));
  expect(8 * bytes.length).toBeLessThan(bits(message) * 1.0001 + 49);
});

test('the same bytes as ever', () => {
  const frequencies = [1, 2 ** 20, 2 ** 23, frequencyTotal - 1 - 2 ** 20 - 2 ** 23];
  const message = Array.from({ length: 24 }, (_, i) => ({ symbol: (i * i) % 4 === 1 ? (i % 8) % 4 : (i * 7) % 4, frequencies }));
  expect(Buffer.from(pushAll(empty(), message).bytes()).toString('hex')).toBe('e47c599624d6009a53b90051f39101f3209329d7e4000c62f7096241');
});

test('any bytes are read as symbols, or are corrupt', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), messages, (bytes, message) => {
      try {
        popAll(new AnsStack({ bytes }), message).forEach((symbol, i) => expect(message[i]!.frequencies[symbol]).toBeGreaterThan(0));
      } catch (error) {
        expect(error).toBeInstanceOf(GenmodelsError);
        expect(error).toHaveProperty('code', 'corrupt-file');
      }
    }),
  );
});

test.each([
  ['of no frequency', 0, [0, frequencyTotal]],
  ['beyond the total', 1, [frequencyTotal, 1]],
])('a symbol %s is refused', (_, symbol, frequencies) => {
  expect(() => pushAll(empty(), [{ symbol, frequencies }])).toThrow('[genmodels/invalid-argument] a symbol must have a share of 16777216 slots');
});
