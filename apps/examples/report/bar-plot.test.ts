import { expect, test } from 'vitest';
import { barPlot } from './bar-plot.ts';

const heightsIn = (svg: string) => [...svg.matchAll(/height="([\d.]+)"\/>/g)].map(([, height]) => Number(height));

test('a bar is as high as its value, and the highest fills the frame', () => {
  const { markup } = barPlot([4, 2, 0], { x: 'dimension', y: 'nats' });
  expect(heightsIn(markup)).toEqual([184, 92, 0]);
  expect(markup).toContain('<title>nats by dimension</title>');
});

test('nothing at all is bars of no height', () => {
  expect(heightsIn(barPlot([0, 0], { x: 'a', y: 'b' }).markup)).toEqual([0, 0]);
});
