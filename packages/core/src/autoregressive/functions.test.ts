import { expect, test } from 'vitest';
import { createRng } from '../rng.ts';
import { elu, exp, sigmoid, tanh } from './functions.ts';

const values = [...createRng(0).fillUniform(new Float32Array(20_000))].map((u) => Math.fround(180 * (u - 0.5)));
const close = values.map((value) => Math.fround(value / 30));

test('exp is within two units in the last place, 0 below the smallest normal number, and bounded above', () => {
  const wrong = values.filter((x) => x > -87 && x < 88).map((x) => Math.abs(exp(x) / Math.exp(x) - 1) / 2 ** -23);
  expect(Math.max(...wrong)).toBeLessThan(2);
  expect([exp(-88), exp(-Infinity), exp(0)]).toEqual([0, 0, 1]);
  expect(exp(1000)).toBe(exp(88));
  expect(exp(Number.NaN)).toBeNaN();
});

test.each([
  ['sigmoid', sigmoid, (x: number) => 1 / (1 + Math.exp(-x))],
  ['tanh', tanh, Math.tanh],
  ['elu', elu, (x: number) => (x > 0 ? x : Math.expm1(x))],
])('%s is within 2e-7 of the true value', (_, ours, exact) => {
  expect(Math.max(...[...values, ...close].map((x) => Math.abs(ours(x) - exact(x))))).toBeLessThan(2e-7);
});

test('every result is a float32', () => {
  for (const f of [exp, sigmoid, tanh, elu]) expect(close.every((x) => Math.fround(f(x)) === f(x))).toBe(true);
});
