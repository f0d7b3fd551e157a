import type { DataSpec } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { GatedPixelCnn } from './gated-pixel-cnn.ts';
import { PixelCnn } from './pixel-cnn.ts';
import { blindSpot, receptiveField } from './receptive-field.ts';

const spec: DataSpec = { shape: [6, 9, 1], domain: 'binary' };
const place = { row: 5, column: 3 };

/** Seen, own and unseen pixels: a picture of a row each. */
async function draw(model: PixelCnn | GatedPixelCnn, asked: typeof place): Promise<string[]> {
  const [field, blind] = [await receptiveField(model, asked), await blindSpot(model, asked)];
  model.dispose();
  const own = (row: number, column: number) => row === asked.row && column === asked.column;
  return field.map((pixels, row) => pixels.map((seen, column) => (own(row, column) ? 'o' : seen ? '#' : blind[row]![column] ? 'x' : '.')).join(''));
}

test('PixelCnn does not see a triangle to the right above', async () => {
  const deep = new PixelCnn({ spec, kernelSize: 3, blocks: 8, filters: 2, hidden: 2 });
  expect(await draw(deep, place)).toEqual([
    '#########',
    '########x',
    '#######xx',
    '######xxx',
    '#####xxxx',
    '###o.....',
  ]);
});

test('its first layer of 7x7 widens the field, and the triangle stays', async () => {
  const shallow = new PixelCnn({ spec, kernelSize: 7, blocks: 0, filters: 2, hidden: 2 });
  expect(await draw(shallow, place)).toEqual([
    'xxxxxxxxx',
    'xxxxxxxxx',
    '#######xx',
    '#######xx',
    '#######xx',
    '###o.....',
  ]);
});

test('GatedPixelCnn sees all pixels before', async () => {
  const deep = new GatedPixelCnn({ spec, firstKernelSize: 7, layers: 3, filters: 2, hidden: 2 });
  expect(await draw(deep, place)).toEqual([
    '#########',
    '#########',
    '#########',
    '#########',
    '#########',
    '###o.....',
  ]);
});

test('a shallow GatedPixelCnn sees all within its reach, no triangle left out', async () => {
  const shallow = new GatedPixelCnn({ spec, firstKernelSize: 3, layers: 1, filters: 2, hidden: 2 });
  expect(await draw(shallow, { row: 4, column: 4 })).toEqual([
    'xxxxxxxxx',
    'xxxxxxxxx',
    'xx#####xx',
    'xx#####xx',
    'xx##o....',
    '.........',
  ]);
});

test('later colours see earlier ones of their own pixel', async () => {
  const model = new PixelCnn({ spec: { shape: [1, 2, 3], domain: 'binary' }, kernelSize: 3, blocks: 0, filters: 3, hidden: 3 });
  const fields = [0, 1, 2, undefined].map((channel) => receptiveField(model, { row: 0, column: 1, ...(channel !== undefined && { channel }) }));
  expect((await Promise.all(fields)).map(([row]) => row)).toEqual([[1, 0], [1, 1], [1, 1], [1, 1]]);
  model.dispose();
});

test('a condition is no pixel, and nothing is left behind', async () => {
  const model = new GatedPixelCnn({ spec, mapChannels: 2, classes: 2, layers: 1, filters: 2, hidden: 2 });
  const before = tf.memory().numTensors;
  expect(await blindSpot(model, { row: 0, column: 0 })).toEqual(Array.from({ length: 6 }, () => new Array(9).fill(0)));
  expect(tf.memory().numTensors).toBe(before);
  model.dispose();
});

test.each([{ row: 6, column: 0 }, { row: 0, column: -1 }, { row: 0.5, column: 0 }, { row: 0, column: 0, channel: 1 }])('%o is refused', async (wrong) => {
  const model = new PixelCnn({ spec, blocks: 0 });
  await expect(receptiveField(model, wrong)).rejects.toThrow('[genmodels/invalid-argument] row, column and channel must lie within images of [6, 9, 1], got');
  model.dispose();
});
