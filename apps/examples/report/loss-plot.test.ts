import { expect, test } from 'vitest';
import { lossPlot, type Point } from './loss-plot.ts';

const labels = { x: 'epoch', y: 'negative ELBO, nats an image' };

/** Steep at first, then from 100 slowly down to 90. */
const training: Point[] = Array.from({ length: 101 }, (_, i) => ({ x: i / 5, y: i < 5 ? 500 - 80 * i : 100 - i / 10 }));
const validation: Point[] = [5, 10, 15, 20].map((x) => ({ x, y: 102 - x / 2 }));

test('the plot names its axes, its lines and their last values', () => {
  const svg = lossPlot(
    [
      { name: 'training', points: training },
      { name: 'validation', points: validation },
    ],
    labels,
  ).markup;
  for (const part of ['>epoch<', '>negative ELBO, nats an image<', '>training<', '>90.00<', '>validation<', '>92.00<'])
    expect(svg).toContain(part);
  expect(svg.match(/<circle/g)).toHaveLength(4);
  expect(svg).not.toContain('NaN');
});

test('the steep beginning does not flatten the rest', () => {
  const svg = lossPlot([{ name: 'training', points: training }], labels).markup;
  expect(svg).toContain('>98<');
  expect(svg).not.toContain('>500<');
});

test('a line of few points marks them, whichever it is', () => {
  const lines = [validation, validation, training].map((points) => ({ name: 'loss', points }));
  expect(lossPlot(lines, labels).markup.match(/<circle/g)).toHaveLength(8);
});

test('a value that is no number is left out', () => {
  const points = [
    { x: 1, y: 3 },
    { x: 2, y: Number.NaN },
    { x: 3, y: 2 },
  ];
  const svg = lossPlot(
    [
      { name: 'training', points },
      { name: 'validation', points: [] },
    ],
    labels,
  ).markup;
  expect(svg).not.toContain('NaN');
  expect(svg.match(/[ML]\d/g)).toHaveLength(2);
});

test.each([
  [[]],
  [[{ x: 0.5, y: 7 }]],
  [
    [
      { x: 1, y: 0 },
      { x: 2, y: 0 },
    ],
  ],
])('%j can be drawn too', (points) => {
  expect(lossPlot([{ name: 'training', points }], labels).markup).not.toMatch(/NaN|Infinity/);
});
