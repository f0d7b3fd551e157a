import { expect, test } from 'vitest';
import type { Probed } from './measure.ts';
import { accuracyOf, gainOf, labelCounts, rankLearned } from './results.ts';
import { spreadText } from './spread.ts';

/** Accuracies with 100 labels in three draws, and with all. */
function probed(few: readonly number[], all: number): Probed[] {
  const setting = { scaling: 'each', ridge: 1 } as const;
  return [
    ...few.map((accuracy, draw) => ({ labels: 100, draw, setting, accuracy })),
    { labels: 5000, draw: 0, setting, accuracy: all },
  ];
}

const results = {
  pixels: { probed: probed([0.6, 0.7, 0.8], 0.9) },
  vae: { probed: probed([0.72, 0.8, 0.91], 0.85) },
  autoencoder: { probed: probed([0.5, 0.6, 0.7], 0.95) },
  gan: { probed: probed([0.9, 0.9, 0.9], 0.8) },
};

test('means and spreads over the draws, in percent', () => {
  expect(labelCounts(results.pixels.probed)).toEqual([100, 5000]);
  expect(spreadText(accuracyOf(results.pixels.probed, 100))).toBe('70.0 ± 10.0');
  expect(spreadText(accuracyOf(results.pixels.probed, 5000))).toBe('90.0');
});

test('a gain is over raw pixels with the same labels', () => {
  expect(spreadText(gainOf(results, 'vae', 100))).toBe('11.0 ± 1.0');
  expect(gainOf(results, 'gan', 5000).mean).toBeCloseTo(-10, 10);
});

test('what was learned is ranked by what it is good for with so many labels', () => {
  expect(rankLearned(results, 100)).toEqual(['gan', 'vae', 'autoencoder']);
  expect(rankLearned(results, 5000)).toEqual(['autoencoder', 'vae', 'gan']);
});
