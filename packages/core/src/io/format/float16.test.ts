import { expect, test } from 'vitest';
import { createRng } from '../../rng.ts';
import { fromHalves, toHalves } from './float16.ts';

const everyHalf = Uint16Array.from({ length: 65_536 }, (_, i) => i);

test('every half survives a round trip, the sign of zero included', () => {
  const values = fromHalves(everyHalf);
  const back = toHalves(values);
  const changed = [...everyHalf].filter((half, i) => half !== back[i] && !Number.isNaN(values[i]));
  expect(changed).toEqual([]);
  expect([...fromHalves(back)].filter(Number.isNaN)).toHaveLength(2 * 1023);
});

test.each([
  [0x0000, 0],
  [0x8000, -0],
  [0x3c00, 1],
  [0xc000, -2],
  [0x0001, 2 ** -24],
  [0x03ff, 1023 * 2 ** -24],
  [0x0400, 2 ** -14],
  [0x3555, 1365 / 4096],
  [0x7bff, 65_504],
  [0x7c00, Infinity],
  [0xfc00, -Infinity],
  [0x7e00, NaN],
])('half %i is %f', (half, value) => {
  expect(fromHalves(Uint16Array.of(half))[0]).toBe(value);
  expect(toHalves(Float32Array.of(value))[0]).toBe(half);
});

test.each([
  ['a tie below an even half goes up', 1 + 3 * 2 ** -11, 1 + 2 ** -9],
  ['a tie above an even half goes down', 1 + 2 ** -11, 1],
  ['just over a tie goes up', 1 + 2 ** -11 + 2 ** -23, 1 + 2 ** -10],
  ['the carry reaches the exponent', 2 - 2 ** -11, 2],
  ['a tie at half of the smallest goes to zero', 2 ** -25, 0],
  ['the float32 after that tie goes up', 2 ** -25 + 2 ** -48, 2 ** -24],
  ['a subnormal tie goes to even', 3 * 2 ** -25, 2 ** -23],
  ['the largest subnormal rounds to the smallest normal', 1023.5 * 2 ** -24, 2 ** -14],
  ['the last float32 below 65,520 is finite', 65_519.99609375, 65_504],
  ['65,520 is an infinity', 65_520, Infinity],
  ['the smallest float32 is zero', 2 ** -149, 0],
])('%s', (_, value, expected) => {
  for (const sign of [1, -1]) expect(fromHalves(toHalves(Float32Array.of(sign * value)))[0]).toBe(sign * expected);
});

test('no half is nearer than the chosen one', () => {
  const sorted = fromHalves(everyHalf.subarray(0, 0x7c00)); // every positive finite half, rising
  for (const draw of createRng(0).fillUniform(new Float32Array(5000))) {
    const value = Math.fround(2 ** (41 * draw - 26));
    const half = toHalves(Float32Array.of(value))[0]!;
    const distance = Math.abs(sorted[half]! - value);
    expect(distance).toBeLessThanOrEqual(Math.abs((sorted[half - 1] ?? -Infinity) - value));
    expect(distance).toBeLessThanOrEqual(Math.abs((sorted[half + 1] ?? Infinity) - value));
  }
});

test('a view into a bigger buffer is read where it starts', () => {
  expect([...toHalves(new Float32Array([7, 1, -2]).subarray(1))]).toEqual([0x3c00, 0xc000]);
});
