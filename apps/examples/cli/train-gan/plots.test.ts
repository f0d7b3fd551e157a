import { expect, test } from 'vitest';
import { gamePlots, lossesPlot } from './plots.ts';

const names = ['realScore', 'fakeScore', 'realAccuracy', 'fakeAccuracy', 'gradientNorm'].map((name) => `discriminator/${name}`);
const values = Object.fromEntries([...names, 'discriminator', 'generator', 'generator/diversity', 'generator/gradientNorm'].map((name) => [name, 0.25]));

/** A training of so many reports, with the generator's loss counting them. */
const trainingOf = (reports: number, more = {}) => ({
  history: Array.from({ length: reports }, (_, i) => ({ step: i + 1, steps: reports, epoch: i + 1, values: { ...values, generator: i, ...more } })),
});

test('a line of many points is one of their means', () => {
  const { markup } = lossesPlot(trainingOf(300)).plot;
  expect(markup.match(/[ML]\d/g)).toHaveLength(2 * 150);
  expect(markup).toContain('>298.50<'); // of the last two
});

test('the penalty is shown where there is one', () => {
  const titles = (training: ReturnType<typeof trainingOf>) => gamePlots(training).map(({ plot }) => /<title>(.*) by epoch/.exec(plot.markup)?.[1]);
  expect(titles(trainingOf(3))).toEqual(['discriminator’s score', 'share told right', 'diversity', 'norm of the gradient']);
  expect(titles(trainingOf(3, { 'discriminator/penalty': 1 })).at(-1)).toBe('penalty');
});

test('a run that was stopped at once has nothing to show', () => {
  expect([lossesPlot(trainingOf(0)), ...gamePlots(trainingOf(0))].map(({ plot }) => plot.markup).join()).not.toMatch(/NaN|Infinity/);
});
