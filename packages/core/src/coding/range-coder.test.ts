import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GenmodelsError } from '../errors.ts';
import { createRng } from '../rng.ts';
import { frequencyTotal } from './frequencies.ts';
import { RangeDecoder } from './range-decoder.ts';
import { RangeEncoder } from './range-encoder.ts';

interface Coded {
  readonly symbol: number;
  readonly frequencies: readonly number[];
}

function encode(message: readonly Coded[]): Uint8Array {
  const encoder = new RangeEncoder();
  for (const { symbol, frequencies } of message) encoder.encode(symbol, frequencies);
  return encoder.finish();
}

function decode(bytes: Uint8Array, message: readonly Coded[]): number[] {
  const decoder = new RangeDecoder(bytes);
  const symbols = message.map(({ frequencies }) => decoder.decode(frequencies));
  decoder.finish();
  return symbols;
}

const bits = (message: readonly Coded[]) =>
  message.reduce((sum, { symbol, frequencies }) => sum - Math.log2(frequencies[symbol]! / frequencyTotal), 0);

/** A table with a frequency for each gap between some cuts, the extreme ones being near. */
const tables = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 1, max: frequencyTotal - 1 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: frequencyTotal - 4, max: frequencyTotal - 1 })), { maxLength: 40 })
  .map((cuts) => [0, ...cuts.sort((a, b) => a - b), frequencyTotal])
  .map((edges) => edges.slice(1).map((edge, i) => edge - edges[i]!));
const messages = fc.array(tables.chain((frequencies) => fc.nat(frequencies.length - 1).map((symbol) => ({ symbol, frequencies }))), { maxLength: 60 });

test('any message comes back, and takes its bits and less than two bytes', () => {
  fc.assert(
    fc.property(messages, (message) => {
      const bytes = encode(message);
      expect(decode(bytes, message)).toEqual(message.map(({ symbol }) => symbol));
      expect(8 * bytes.length).toBeLessThan(bits(message) + message.length * 2 ** -15 + 16);
    }),
    { numRuns: 300 },
  );
});

test('100,000 symbols take 0.01 % and two bytes more than their information', () => {
  const rng = createRng(0).fillUniform(new Float32Array(300_000));
  const message = Array.from({ length: 100_000 }, (_, i) => {
    const [a, b] = [rng[3 * i]!, rng[3 * i + 1]!].sort();
    const cuts = [Math.ceil(a! * (frequencyTotal - 3)), Math.ceil(b! * (frequencyTotal - 3)) + 1];
    const frequencies = [cuts[0]!, cuts[1]! - cuts[0]!, frequencyTotal - cuts[1]!];
    const wanted = rng[3 * i + 2]! * frequencyTotal;
    return { symbol: wanted < cuts[0]! ? 0 : wanted < cuts[1]! ? 1 : 2, frequencies };
  });
  const bytes = encode(message);
  expect(decode(bytes, message)).toEqual(message.map(({ symbol }) => symbol));
  expect(bytes.length).toBeLessThan(bits(message) * 1.0001 / 8 + 2);
});

test('what is nearly certain costs nearly nothing', () => {
  const message = Array.from({ length: 50_000 }, () => ({ symbol: 0, frequencies: [frequencyTotal - 1, 1] }));
  expect(encode(message).length).toBeLessThanOrEqual(1);
});

test('a carry runs through all bytes that are 255', () => {
  const high = { symbol: 255, frequencies: new Array(256).fill(2 ** 16) };
  const last = { symbol: 1, frequencies: [frequencyTotal - 1, 1] };
  const message = [{ ...high, symbol: 127 }, ...new Array(40).fill(high), ...new Array(30).fill(last)];
  expect(decode(encode(message), message)).toEqual(message.map(({ symbol }) => symbol));
});

test('nothing takes no byte', () => {
  expect(encode([])).toHaveLength(0);
  expect(decode(new Uint8Array(), [])).toEqual([]);
});

test('any bytes are read as symbols, or are corrupt', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), messages, (bytes, message) => {
      try {
        decode(bytes, message).forEach((symbol, i) => expect(message[i]!.frequencies[symbol]).toBeGreaterThan(0));
      } catch (error) {
        expect(error).toBeInstanceOf(GenmodelsError);
        expect(error).toHaveProperty('code', 'corrupt-file');
      }
    }),
  );
});

test('bytes beyond what the symbols needed are corrupt', () => {
  const message = [{ symbol: 1, frequencies: [2 ** 23, 2 ** 23] }];
  const bytes = encode(message);
  expect(bytes).toEqual(new Uint8Array([128]));
  expect(() => decode(new Uint8Array([128, 0]), message)).toThrow('must end after at most 1 bytes, got 2');
});

test.each([
  ['of no frequency', 0, [0, frequencyTotal]],
  ['beyond the table', 2, [1, frequencyTotal - 1]],
  ['beyond the total', 1, [frequencyTotal, 1]],
])('a symbol %s is refused', (_, symbol, frequencies) => {
  expect(() => new RangeEncoder().encode(symbol, frequencies)).toThrow('[genmodels/invalid-argument] frequencies must be integers of sum 16777216');
});
