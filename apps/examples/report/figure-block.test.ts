import { expect, test } from 'vitest';
import { figureBlock, figureLine } from './figure-block.ts';
import { trainingFigure } from './training-figure.ts';

const figure = trainingFigure({ seen: 12_000, seenNow: 6000, seconds: 4 }, 'images');

test('the speed of a training is that of this run, not of the one that it goes on with', () => {
  expect(figure).toEqual({ name: 'Training', value: '1,500', unit: 'images/s', note: '12,000 images seen' });
});

test('a figure says the same on the terminal and on a page', () => {
  expect(figureLine(figure)).toEqual(['Training', '1,500 images/s  (12,000 images seen)']);
  expect(figureBlock(figure).markup).toBe('<div><dt>Training</dt><dd><strong>1,500</strong> images/s<small>12,000 images seen</small></dd></div>');
});
