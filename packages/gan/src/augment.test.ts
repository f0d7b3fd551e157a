import { createRng, registerGradients } from '@genmodels/core';
import { gradientErrors } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { augment, checkAugmentations } from './augment.ts';
import { type AugmentationName, augmentationNames } from './augmentation.ts';
import { Gan } from './gan.ts';

beforeAll(registerGradients);
afterEach(async () => void (await tf.setBackend('simd')));

type Image = number[][][];

const COUNT = 400;
const [HEIGHT, WIDTH] = [9, 16];
const original = createRng(1).normal<tf.Rank.R3>([HEIGHT, WIDTH, 3]);
const image = original.arraySync();
const pixels = image.flat(2);

/** Many copies of the image, each augmented by draws of its own. */
function augmented(...names: AugmentationName[]): Image[] {
  return tf.tidy(() => {
    const copies = tf.tile(tf.expandDims(original), [COUNT, 1, 1, 1]);
    return augment(copies, names, createRng(2)).arraySync() as Image[];
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The part that all pixels share, what each gray is beside it, and what each channel is beside its gray. */
function parts(of: Image) {
  const grays = of.flat().map(mean);
  const whole = mean(grays);
  return {
    whole,
    gray: grays.map((gray) => gray - whole),
    hue: of.flat().flatMap((channels, i) => channels.map((channel) => channel - grays[i]!)),
  };
}

/** The factor between two vectors that differ by nothing else. */
function factor(after: number[], before: number[]): number {
  const largest = before.reduce((best, value, i) => (Math.abs(value) > Math.abs(before[best]!) ? i : best), 0);
  const found = after[largest]! / before[largest]!;
  expect(Math.max(...after.map((value, i) => Math.abs(value - before[i]! * found)))).toBeLessThan(1e-5);
  return found;
}

/** Draws from U(from, to): they reach from end to end and have their mean in the middle (by five of its deviations). */
function expectUniform(draws: number[], from: number, to: number): void {
  const margin = 0.03 * (to - from);
  expect([Math.min(...draws) >= from - 1e-4, Math.max(...draws) <= to + 1e-4]).toEqual([true, true]);
  expect(Math.min(...draws)).toBeLessThan(from + margin);
  expect(Math.max(...draws)).toBeGreaterThan(to - margin);
  expect(Math.abs(mean(draws) - (from + to) / 2)).toBeLessThan((5 * (to - from)) / Math.sqrt(12 * draws.length));
}

test('color shifts the whole by up to 0.5, then stretches hues by 0 to 2, then all by 0.5 to 1.5', () => {
  const before = parts(image);
  const after = augmented('color').map(parts);
  const contrast = after.map(({ gray }) => factor(gray, before.gray));
  expectUniform(after.map(({ whole }) => whole - before.whole), -0.5, 0.5);
  expectUniform(contrast, 0.5, 1.5);
  expectUniform(after.map(({ hue }, i) => factor(hue, before.hue) / contrast[i]!), 0, 2);
});

test('the mean over all its draws is the image', () => {
  const after = augmented('color').map((each) => each.flat(2));
  const errors = pixels.map((pixel, i) => {
    const draws = after.map((values) => values[i]!);
    const middle = mean(draws);
    return Math.abs(middle - pixel) / Math.sqrt(mean(draws.map((draw) => (draw - middle) ** 2)) / COUNT);
  });
  expect(Math.max(...errors)).toBeLessThan(5);
});

/** How often each of several equally likely things came: by five deviations of such a count. */
function expectEven(counts: Map<unknown, number>, kinds: number): void {
  expect(counts.size).toBe(kinds);
  const expected = COUNT / kinds;
  for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(5 * Math.sqrt(expected));
}

function countOf(values: readonly unknown[]): Map<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const moved = (down: number, across: number): Image =>
  image.map((row, y) => row.map((_, x) => image[y - down]?.[x - across] ?? [0, 0, 0]));

test('translation moves an image by up to an eighth each way and fills with zeros', () => {
  const moves = [-1, 0, 1].flatMap((down) => [-2, -1, 0, 1, 2].map((across) => ({ down, across, to: JSON.stringify(moved(down, across)) })));
  const found = augmented('translation').map((each) => moves.find(({ to }) => to === JSON.stringify(each)));
  expect(found.every((move) => move !== undefined)).toBe(true);
  expectEven(countOf(found.map((move) => move!.down)), 3); // round(9 / 8) = 1
  expectEven(countOf(found.map((move) => move!.across)), 5); // 16 / 8 = 2
});

/** The image with nothing in the rows and columns from one to another. */
const cut = ([top, bottom]: number[], [left, right]: number[]): Image =>
  image.map((row, y) => row.map((channels, x) => (y < top! || y > bottom! || x < left! || x > right! ? channels : [0, 0, 0])));

const isEmpty = (channels: number[]): boolean => channels.every((value) => value === 0);

/** First and last of the places that hold. */
const ends = (holds: readonly boolean[]): [number, number] => [holds.indexOf(true), holds.lastIndexOf(true)];

test('cutout sets half the height and width to zero, around any place, and leaves the rest', () => {
  const holes = augmented('cutout').map((each) => {
    const rows = ends(each.map((row) => row.some(isEmpty)));
    const columns = ends(each[rows[0]]!.map(isEmpty));
    expect(JSON.stringify(each)).toBe(JSON.stringify(cut(rows, columns)));
    return { rows: rows.join(' to '), columns: columns.join(' to ') };
  });
  const rows = countOf(holes.map((hole) => hole.rows));
  expectEven(rows, 9); // 5 rows around each of 9
  expect(['0 to 2', '2 to 6', '6 to 8'].every((hole) => rows.has(hole))).toBe(true);
  const columns = countOf(holes.map((hole) => hole.columns));
  expectEven(columns, 17); // 8 columns around the gaps between 16, and around either border
  expect(['0 to 3', '4 to 11', '12 to 15'].every((hole) => columns.has(hole))).toBe(true);
});

test('names are applied in order, each with draws that no other changes', () => {
  const x = createRng(3).normal<tf.Rank.R4>([4, 6, 6, 2]);
  const both = augment(x, ['translation', 'cutout'], createRng(4));
  const oneByOne = augment(augment(x, ['translation'], createRng(4)), ['cutout'], createRng(4));
  expect(both.dataSync()).toEqual(oneByOne.dataSync());
  expect(augment(x, [], createRng(4))).toBe(x);
});

test.each(augmentationNames)('%s: draws follow the seed, and are the same on every backend', async (name) => {
  const x = createRng(3).normal<tf.Rank.R4>([4, 9, 8, 3]);
  const values = await x.data();
  const on = async (backend: string, seed: number): Promise<Float32Array> => {
    await tf.setBackend(backend);
    return augment(tf.tensor4d(values, x.shape), [name], createRng(seed)).dataSync<'float32'>();
  };
  const reference = await on('cpu', 5);
  for (const backend of ['wasm', 'simd']) {
    (await on(backend, 5)).forEach((value, i) => expect(value).toBeCloseTo(reference[i]!, name === 'color' ? 5 : 12));
  }
  expect(await on('cpu', 6)).not.toEqual(reference);
});

const cases = ['cpu', 'wasm', 'simd'].flatMap((backend) => augmentationNames.map((name) => [backend, name] as const));
test.each(cases)('on %s, %s: first and second derivatives agree with finite differences, nothing is left', async (backend, name) => {
  await tf.setBackend(backend);
  const x = createRng(3).normal<tf.Rank.R4>([2, 8, 9, 3]);
  const before = tf.memory().numTensors;
  const errors = await gradientErrors((images) => tf.tidy(() => augment(images, [name], createRng(7))), [x]);
  expect(Math.max(...errors)).toBeLessThan(5e-4);
  expect(tf.memory().numTensors).toBe(before);
});

test('what is no image is refused, and so is one augmentation twice', () => {
  expect(() => checkAugmentations([], [2])).not.toThrow();
  expect(() => checkAugmentations(['color', 'cutout'], [4, 4, 1])).not.toThrow();
  expect(() => checkAugmentations(['cutout'], [8, 2])).toThrow('augmentations change images, [height, width, channels]: leave them out for examples of [8, 2]');
  expect(() => checkAugmentations(['color', 'color'], [4, 4, 1])).toThrow('augmentations must be different ones, got ["color", "color"]');
});

test('a model for what is no image refuses them before it holds any weight', () => {
  const before = tf.memory().numTensors;
  expect(() => new Gan({ spec: { shape: [2], domain: 'real' }, augmentations: ['color'] })).toThrow('[genmodels/invalid-config] augmentations change images');
  expect(tf.memory().numTensors).toBe(before);
});
