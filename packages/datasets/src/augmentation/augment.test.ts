import type { Domain } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Dataset } from '../dataset/dataset.ts';
import { checkValues } from '../dataset/domain.ts';
import { readBatch } from '../testing/read-batch.ts';
import type { Augmentations } from './augment.ts';
import { type Augmentation, defineAugmentation } from './augmentation.ts';
import { color } from './color.ts';
import { crop } from './crop.ts';
import { flip } from './flip.ts';
import { shift } from './shift.ts';

/** Changes one picture by the given numbers from U(0, 1). */
function changed(augmentation: Augmentation, picture: number[][], uniform: number[], domain: Domain = 'unit'): number[][] {
  const width = picture[0]!.length;
  const values = Float32Array.from(picture.flat());
  augmentation.prepare({ height: picture.length, width, channels: 1, domain })(values, Float32Array.from(uniform));
  return picture.map((_, y) => Array.from(values.subarray(y * width, (y + 1) * width)));
}

/** `count` copies of one picture, random bytes. */
function copies(count: number, shape: readonly [number, number, number] = [6, 5, 3]): Dataset {
  const size = shape[0] * shape[1] * shape[2];
  return Dataset.from({ values: Uint8Array.from({ length: count * size }, (_, i) => ((i % size) * 97) % 256), shape, domain: { levels: 256 } });
}

const drawn: Record<string, () => Augmentations> = {
  flip: () => flip(),
  shift: () => shift({ pixels: 2 }),
  crop: () => crop({ padding: 2 }),
  color: () => color({ brightness: 0.4, contrast: 0.4, saturation: 0.4 }),
  all: () => [flip(), crop({ padding: 1 }), shift({ pixels: 1 }), color()],
};

const picture = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
];

test('flip mirrors every row, or none', () => {
  expect(changed(flip(), picture, [0.49])).toEqual([[3, 2, 1], [6, 5, 4], [9, 8, 7]]);
  expect(changed(flip(), picture, [0.51])).toEqual(picture);
});

test('flip keeps the channels of a pixel in their order', () => {
  const values = Float32Array.of(1, 2, 3, 4, 5, 6);
  flip().prepare({ height: 1, width: 2, channels: 3, domain: 'real' })(values, Float32Array.of(0));
  expect(Array.from(values)).toEqual([4, 5, 6, 1, 2, 3]);
});

test('shift repeats the edge where the picture has moved away', () => {
  expect(changed(shift({ pixels: 1 }), picture, [0.9, 0.9])).toEqual([[1, 1, 2], [1, 1, 2], [4, 4, 5]]);
  expect(changed(shift({ pixels: 1 }), picture, [0.1, 0.1])).toEqual([[5, 6, 6], [8, 9, 9], [8, 9, 9]]);
  expect(changed(shift({ pixels: 1 }), picture, [0.5, 0.1])).toEqual([[2, 3, 3], [5, 6, 6], [8, 9, 9]]);
});

test('crop brings in zeros', () => {
  expect(changed(crop({ padding: 2 }), picture, [0.9, 0.1])).toEqual([[0, 0, 0], [0, 0, 0], [3, 0, 0]]);
  expect(changed(crop({ padding: 2 }), picture, [0.5, 0.5])).toEqual(picture);
  expect(changed(crop({ padding: 1 }), picture, [0.1, 0.9])).toEqual([[0, 4, 5], [0, 7, 8], [0, 0, 0]]);
});

test('moving is what a plain loop says, for any picture and way', () =>
  fc.assert(
    fc.property(
      fc.record({ height: fc.integer({ min: 2, max: 5 }), width: fc.integer({ min: 2, max: 5 }), channels: fc.integer({ min: 1, max: 4 }) }),
      fc.tuple(fc.float({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.float({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
      fc.constantFrom('zero', 'edge'),
      ({ height, width, channels }, uniform, border) => {
        const size = height * width * channels;
        const values = Float32Array.from({ length: size }, (_, i) => i + 1);
        const [down, right] = uniform.map((u) => Math.floor(3 * u) - 1) as [number, number];
        const expected = Float32Array.from(values, (_, i) => {
          const [y, x, c] = [Math.floor(i / (width * channels)) - down, (Math.floor(i / channels) % width) - right, i % channels];
          const [row, column] = [Math.min(Math.max(y, 0), height - 1), Math.min(Math.max(x, 0), width - 1)];
          return border === 'zero' && (row !== y || column !== x) ? 0 : values[(row * width + column) * channels + c]!;
        });
        const augmentation = border === 'zero' ? crop({ padding: 1 }) : shift({ pixels: 1 });
        augmentation.prepare({ height, width, channels, domain: 'real' })(values, Float32Array.from(uniform));
        expect(values).toEqual(expected);
      },
    ),
  ));

test('color changes light, spread around the mean, and distance from grey', () => {
  const grey = [[0.2, 0.4]];
  const near = (values: number[][], expected: number[]) => values.flat().forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 6));
  near(changed(color({ brightness: 0.2, contrast: 0, saturation: 0 }), grey, [1, 0.5, 0.5]), [0.4, 0.6]);
  near(changed(color({ brightness: 0, contrast: 1, saturation: 0 }), grey, [0.5, 1, 0.5]), [0.1, 0.5]);
  near(changed(color({ brightness: 0, contrast: 0, saturation: 1 }), grey, [0.5, 0.5, 0]), [0.2, 0.4]);
  const red = Float32Array.of(1, 0, 0, 0.7);
  color({ brightness: 0, contrast: 0, saturation: 1 }).prepare({ height: 1, width: 1, channels: 4, domain: 'unit' })(red, Float32Array.of(0.5, 0.5, 0));
  near([Array.from(red)], [0.299, 0.299, 0.299, 0.7]);
});

test('color clamps to [0, 1] and keeps to the levels', () => {
  expect(changed(color({ brightness: 1 }), [[0.9, 0.1]], [1, 0.5, 0.5])).toEqual([[1, 1]]);
  expect(changed(color({ brightness: 0.1, contrast: 0 }), [[0, 1]], [1, 0.5, 0.5], { levels: 4 })).toEqual([[0, 1]]);
  expect(changed(color({ brightness: 0.2, contrast: 0 }), [[0, 1]], [1, 0.5, 0.5], { levels: 4 })).toEqual([[Math.fround(1 / 3), 1]]);
});

test.each(Object.keys(drawn))('%s: a step gives its batch in any order and in a new source; others and other seeds differ', async (name) => {
  const source = (seed = 0) => copies(4).batches({ size: 4, seed, augment: drawn[name]!() });
  const once = source();
  const inOrder: number[][] = [];
  for (const step of [0, 1, 2]) inOrder.push((await readBatch(once.batch(step))).x);
  for (const step of [2, 0, 1, 2]) expect((await readBatch(once.batch(step))).x).toEqual(inOrder[step]);
  expect((await readBatch(source().batch(1))).x).toEqual(inOrder[1]);
  expect((await readBatch(source(1).batch(1))).x).not.toEqual(inOrder[1]);
  expect(inOrder[0]).not.toEqual(inOrder[1]);
});

test.each(Object.keys(drawn))('%s: stays in the domain, and pictures of one batch differ', async (name) => {
  const size = 6 * 5 * 3;
  const batches = copies(8).batches({ size: 8, seed: 3, augment: drawn[name]!() });
  for (const step of [0, 1, 2]) {
    const { x } = await readBatch(batches.batch(step));
    expect(() => checkValues(Float32Array.from(x), { levels: 256 })).not.toThrow();
    const pictures = Array.from({ length: 8 }, (_, i) => x.slice(i * size, (i + 1) * size).join());
    expect(new Set(pictures).size).toBeGreaterThan(1);
  }
});

test('every domain of intensities keeps its values, whatever is drawn', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Domain[]>('unit', { levels: 2 }, { levels: 3 }, { levels: 256 }, { levels: 65_536 }),
      fc.array(fc.integer({ min: 0, max: 65_535 }), { minLength: 12, maxLength: 12 }),
      fc.nat(),
      async (domain, numbers, seed) => {
        const last = (typeof domain === 'string' ? 65_536 : (domain as { levels: number }).levels) - 1;
        const values = Float32Array.from(numbers, (number) => (number % (last + 1)) / last);
        const data = Dataset.from({ values, shape: [2, 2, 3], domain });
        const { x } = await readBatch(data.batches({ size: 1, seed, augment: [flip(), crop({ padding: 1 }), color({ brightness: 1, contrast: 1, saturation: 1 })] }).batch(0));
        checkValues(Float32Array.from(x), domain);
      },
    ),
  ));

test('each augmentation gives each picture uniform numbers of its own', async () => {
  const seen: number[] = [];
  const watch = defineAugmentation('watch', { options: () => ({}), draws: 2, prepare: () => (_, uniform) => void seen.push(...uniform) });
  await readBatch(copies(200, [1, 1, 1]).batches({ size: 200, seed: 0, augment: [watch(), watch()] }).batch(0));
  expect(new Set(seen).size).toBe(800);
  const mean = seen.reduce((sum, value) => sum + value, 0) / 800;
  expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * 800)); // four standard errors
});

test('changes intensities before a dynamic binarization draws from them', async () => {
  const white = Dataset.from({ values: new Float32Array(4 * 100).fill(0.5), shape: [2, 2, 1], domain: 'unit' }).binarize('dynamic', { seed: 0 });
  const light: Augmentation = { config: { kind: 'light' }, draws: 0, prepare: ({ domain }) => (expect(domain).toBe('unit'), (values) => void values.fill(1)) };
  expect(new Set((await readBatch(white.batches({ size: 100, seed: 0, augment: light }).batch(0))).x)).toEqual(new Set([1]));
});

test('leaves the data as they were, and no tensor but the batch', async () => {
  const data = copies(4);
  const before = (await readBatch({ x: data.examples([0, 1, 2, 3]) })).x;
  const tensors = tf.memory().numTensors;
  const { x } = data.batches({ size: 4, seed: 0, augment: [flip(), color()] }).batch(0);
  expect(tf.memory().numTensors).toBe(tensors + 1);
  x.dispose();
  expect((await readBatch({ x: data.examples([0, 1, 2, 3]) })).x).toEqual(before);
});

test('a choice stores its options, and refuses others', () => {
  expect([flip().config, shift().config, crop().config, color({ contrast: 0 }).config]).toEqual([
    { kind: 'flip' },
    { kind: 'shift', pixels: 2 },
    { kind: 'crop', padding: 4 },
    { kind: 'color', brightness: 0.1, contrast: 0, saturation: 0.1 },
  ]);
  expect(() => shift({ pixels: 0.5 })).toThrow('shift.pixels must be an integer of at least 1, got 0.5');
  expect(() => color({ brightness: 2 })).toThrow('color.brightness must be a finite number of at least 0 and of at most 1, got 2');
  expect(() => crop({ pixels: 1 } as object)).toThrow('crop has no option "pixels"; its options are padding');
});

test('refuses what is no picture, and what cannot be changed', () => {
  const points = Dataset.from({ values: new Float32Array(4), shape: [2], domain: 'real', name: 'points' });
  expect(() => points.batches({ size: 1, seed: 0, augment: flip() })).toThrow('augment changes pictures of shape [height, width, channels], but "points" has examples of [2]: leave it out');
  const bits = Dataset.from({ values: new Uint8Array(12), shape: [2, 2, 3], domain: 'binary' });
  expect(() => bits.batches({ size: 1, seed: 0, augment: color() })).toThrow('color() needs intensities from 0 to 1, got pictures of the domain "binary"');
  expect(() => bits.batches({ size: 1, seed: 0, augment: [flip(), shift({ pixels: 2 })] })).toThrow('pixels must be less than the sides of the pictures, [2, 2], got 2');
});
