import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { readFixture } from '../testing/read-fixture.ts';
import { psnr, psnrOf } from './psnr.ts';
import { ssim, ssimOf } from './ssim.ts';

interface Case {
  readonly shape: [number, number, number, number];
  readonly windowSize: number;
  readonly reference: number[];
  readonly generated: number[];
  readonly psnr: number[];
  readonly ssim: number[];
}

const cases = readFixture<Case[]>('pictures');
const [gray] = cases as [Case];

function pairOf({ shape, reference, generated }: Case) {
  return { reference: { values: reference, shape }, generated: { values: generated, shape } };
}

function expectNear(actual: Float64Array, expected: readonly number[], relative: number): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => expect(Math.abs(actual[i]! / value - 1)).toBeLessThan(relative));
}

test.each(cases)('PSNR and SSIM are those of NumPy, pictures $shape', async (given) => {
  expectNear(await psnrOf(pairOf(given)), given.psnr, 1e-12);
  expectNear(await ssimOf({ ...pairOf(given), windowSize: given.windowSize }), given.ssim, 1e-10);
});

test.each(cases)('tensors give the same but for their rounding, pictures $shape', async (given) => {
  const tensors = { reference: tf.tensor4d(given.reference, given.shape), generated: tf.tensor4d(given.generated, given.shape) };
  const before = tf.memory().numTensors;
  expectNear(await psnrOf(tensors), given.psnr, 1e-6);
  expectNear(await ssimOf({ ...tensors, windowSize: given.windowSize }), given.ssim, 1e-6);
  expect(tf.memory().numTensors).toBe(before);
});

test('the scores are means with an interval, and say of what', async () => {
  const named = { ...pairOf(gray), data: 'toy', split: 'test' };
  const [ratio, similarity] = [await psnr(named), await ssim(named)];
  expect(ratio.value).toBeCloseTo(gray.psnr.reduce((a, b) => a + b) / 3, 10);
  expect(similarity.value).toBeCloseTo(gray.ssim.reduce((a, b) => a + b) / 3, 10);
  expect(similarity.interval!.low).toBeLessThan(similarity.value);
  expect(similarity.interval!.high).toBeGreaterThan(similarity.value);
  expect(String(ratio)).toMatch(/^PSNR 19 dB \[.*\] \(95 %, normal, over pictures\), mean over pictures: reference 3 of toy test, generated 3 of unnamed data; .* higher is better$/);
  expect(similarity.settings).toEqual({ windowSize: 11 });
  const coarse = await ssim({ ...named, windowSize: 7 });
  expect(() => similarity.compare(coarse)).toThrow('windowSize differs: 11 and 7');
});

test('equal pictures are alike, and have no mean PSNR', async () => {
  const { reference } = pairOf(gray);
  expect(Array.from(await ssimOf({ reference, generated: reference }))).toEqual([1, 1, 1]);
  expect(Array.from(await psnrOf({ reference, generated: reference }))).toEqual([Infinity, Infinity, Infinity]);
  await expect(psnr({ reference, generated: reference })).rejects.toThrow('3 of 3 pairs are equal');
});

test('an error of a tenth is 20 dB, and one picture alone has no interval', async () => {
  const shape = [1, 2, 2, 1];
  const score = await psnr({ reference: { values: [0.1, 0.2, 0.3, 0.4], shape }, generated: { values: [0.2, 0.1, 0.4, 0.3], shape } });
  expect(score.value).toBeCloseTo(20, 12);
  expect(score.interval).toBeUndefined();
});

test('SSIM keeps its digits in bright flat pictures', async () => {
  const shape = [1, 11, 11, 1];
  const bright = (step: number) => ({ values: Float64Array.from({ length: 121 }, (_, i) => 0.999 + step * (i % 2)), shape });
  const [similarity] = await ssimOf({ reference: bright(1e-6), generated: bright(-1e-6) });
  // Both nearly constant: 1 - SSIM is about 2 (variance + variance) / (2 C2), with a variance of step^2 / 4.
  expect(1 - similarity!).toBeGreaterThan(0);
  expect(1 - similarity!).toBeLessThan(2e-9);
});

test('stops when aborted', async () => {
  await expect(ssim({ ...pairOf(gray), signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
});

const tiny = { values: [0, 0.5, 0.5, 1], shape: [1, 2, 2, 1] };
test.each([
  ['a picture that is too small', {}, 'pictures must be at least 11 x 11, the window\'s size, got 2 x 2: set a smaller windowSize'],
  ['an even window', { windowSize: 4 }, 'windowSize must be an odd integer of at least 3, got 4'],
  ['bytes', { generated: { ...tiny, values: [0, 127, 127, 255] } }, 'generated must have values in [0, 1], got 127 in picture 0'],
  ['NaN', { reference: { ...tiny, values: [0, 0, Number.NaN, 1] } }, 'reference must have values in [0, 1], got NaN in picture 0'],
  ['numbers that do not fill the shape', { reference: { ...tiny, values: [0] } }, 'reference must hold the 4 numbers of its shape [1, 2, 2, 1], got 1'],
  ['a set without channels', { reference: { values: [0], shape: [1, 1, 1] } }, 'reference must be pictures of shape [count, height, width, channels], got [1, 1, 1]'],
  ['no picture', { reference: { values: [], shape: [0, 2, 2, 1] } }, 'reference must be pictures of shape'],
  ['sets that are no pairs', { generated: { values: [0, 0], shape: [2, 1, 1, 1] } }, 'reference and generated must be pairs of one shape, got [1, 2, 2, 1] and [2, 1, 1, 1]'],
])('%s is refused', async (_, change, message) => {
  await expect(ssim({ reference: tiny, generated: tiny, ...change })).rejects.toThrow(message);
});
