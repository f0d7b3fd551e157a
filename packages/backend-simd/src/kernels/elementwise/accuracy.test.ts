import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { startSimd } from '../../testing/start.ts';
import { bestBuild } from '../../wasm/builds.ts';

type Unary = (x: tf.Tensor) => tf.Tensor;

/** Numbers whose bits stand at equal distances: every magnitude, from denormal to infinite, of both signs, and NaNs of many kinds. */
const everyMagnitude = new Float32Array(Uint32Array.from({ length: 2 ** 15 }, (_, index) => index * 131071).buffer);
const everyday = Float32Array.from({ length: 2 ** 15 }, (_, index) => (index - 2 ** 14) / 2 ** 10);
const special = Float32Array.of(0, -0, 1, -1, NaN, Infinity, -Infinity, 1e-45, -1e-45, 88.72283, 88.72284, -103.97, -103.98);
const inputs = Float32Array.of(...special, ...everyday, ...everyMagnitude);

const LARGEST = 3.4028234663852886e38;
const DENORMAL = 2 ** -149;

const ulps = (count: number) => (exact: number) => count * Math.max(2 ** (Math.floor(Math.log2(Math.abs(exact))) - 23), DENORMAL);
const relative = (error: number) => (exact: number) => error * Math.abs(exact) + DENORMAL;

interface Claim { op: Unary; exact: (x: number) => number; bound: (exact: number) => number }

/** What the doc of each function in assembly/elementwise/math promises. */
const claims: Record<string, Claim> = {
  exp: { op: tf.exp, exact: Math.exp, bound: ulps(2) },
  expm1: { op: tf.expm1, exact: Math.expm1, bound: ulps(2) },
  log: { op: tf.log, exact: Math.log, bound: ulps(1) },
  log1p: { op: tf.log1p, exact: Math.log1p, bound: ulps(3) },
  softplus: { op: tf.softplus, exact: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), bound: ulps(4) },
  tanh: { op: tf.tanh, exact: Math.tanh, bound: relative(4e-7) },
  sigmoid: { op: tf.sigmoid, exact: (x) => 1 / (1 + Math.exp(-x)), bound: (exact) => (exact < 4.3e-39 ? exact : 4e-7 * exact) },
  erf: { op: tf.erf, exact: erf, bound: relative(5e-7) },
  elu: { op: tf.elu, exact: (x) => (x >= 0 ? x : Math.expm1(x)), bound: ulps(2) },
  selu: { op: tf.selu, exact: (x) => (x >= 0 ? 1.0507009873554805 * x : 1.7580993408473768 * Math.expm1(x)), bound: relative(4e-7) },
};

/** In float64: its series, and further out the continued fraction of what it lacks to 1. Abramowitz and Stegun, 7.1.5 and 7.1.14. */
function erf(x: number): number {
  const magnitude = Math.abs(x);
  if (x === 0 || magnitude > 6) return Math.sign(x);
  if (magnitude > 3) return Math.sign(x) * (1 - Math.exp(-x * x) / Math.sqrt(Math.PI) / tail(magnitude));
  let [sum, term] = [x, x];
  for (let n = 1; n < 80; n++) sum += (term *= -x * x / n) / (2 * n + 1);
  return sum * 2 / Math.sqrt(Math.PI);
}

function tail(x: number): number {
  let fraction = 0;
  for (let depth = 60; depth > 0; depth--) fraction = depth / 2 / (x + fraction);
  return x + fraction;
}

function isNear(actual: number, exact: number, bound: number): boolean {
  if (Number.isNaN(exact) || exact === 0) return Object.is(actual, exact);
  if (!Number.isFinite(Math.fround(exact))) return actual === Math.fround(exact) || (Number.isFinite(exact) && Math.abs(actual) === LARGEST);
  return Math.abs(actual - exact) <= bound;
}

function results(op: Unary, x = inputs): Float32Array {
  return tf.tidy(() => op(tf.tensor1d(x)).dataSync<'float32'>());
}

describe.each(bestBuild() === 'relaxed' ? ['baseline', 'relaxed'] as const : ['baseline'] as const)('the build %s', (build) => {
  test.each(Object.entries(claims))('%s is as near to the exact value as its doc says', async (_, { op, exact, bound }) => {
    await startSimd({ threads: 1, build });
    const actual = results(op);
    const wrong = inputs.findIndex((x, index) => !isNear(actual[index]!, exact(x), bound(exact(x))));
    expect(wrong < 0 ? 'all near' : `${actual[wrong]} at ${inputs[wrong]} instead of ${exact(inputs[wrong]!)}`).toBe('all near');
  });

  test.each([['tanh', tf.tanh], ['erf', tf.erf], ['sigmoid', tf.sigmoid]] as [string, Unary][])('%s never leaves [-1, 1]', async (_, op) => {
    await startSimd({ threads: 1, build });
    expect(results(op).every((value) => !(Math.abs(value) > 1))).toBe(true);
  });

  test('exp has the same bits of a number whatever stands beside it', async () => {
    await startSimd({ threads: 1, build });
    const moderate = Float32Array.from({ length: 2 ** 15 }, (_, index) => (index - 2 ** 14) / 188);
    const mixed = moderate.map((x, index) => (index % 64 === 0 ? [NaN, 100, -Infinity][(index / 64) % 3]! : x));
    const [alone, beside] = [results(tf.exp, moderate), results(tf.exp, mixed)];
    expect(beside.filter((_, index) => index % 64 !== 0)).toEqual(alone.filter((_, index) => index % 64 !== 0));
  });
});
