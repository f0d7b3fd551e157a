import { Dataset } from '@genmodels/datasets';
import { expect, test } from 'vitest';
import { reportPage } from '../../report/page.ts';
import { probeFeaturesFigures } from './figures.ts';
import type { Probed } from './measure.ts';
import { probeFeaturesDefaults } from './options.ts';
import { probeFeaturesReport } from './report.ts';
import type { LearnedModel, ProbeFeaturesRun } from './run.ts';

const images = Dataset.from({ values: new Float32Array(4 * 16), shape: [4, 4, 1], domain: 'unit', labels: [0, 0, 1, 1] });

const model: LearnedModel = {
  config: { latent: 3 },
  weights: 1234,
  path: 'runs/probe-features/vae.safetensors',
  training: { steps: 2, seen: 8, seenNow: 8, seconds: 4, stopped: 'completed', history: [], validation: [] },
};

/** With 100 labels in two draws, and with all. */
function probed(first: number, second: number, all: number): Probed[] {
  return [
    { labels: 100, draw: 0, setting: { scaling: 'together', ridge: 1 }, accuracy: first },
    { labels: 100, draw: 1, setting: { scaling: 'each', ridge: 0.1 }, accuracy: second },
    { labels: 5000, draw: 0, setting: { scaling: 'each', ridge: 0.01 }, accuracy: all },
  ];
}

const run: ProbeFeaturesRun = {
  command: 'npm run genmodels -- probe-features',
  options: { ...probeFeaturesDefaults, labels: [100], draws: 2 },
  data: { name: 'toy shapes', examples: 'images', values: '256 grey levels', spec: images.spec, classes: 2, train: images, validation: images, test: images },
  examined: {
    pixels: { width: 16, probed: probed(0.7, 0.72, 0.9) },
    vae: { width: 3, probed: probed(0.8, 0.84, 0.88), model },
    autoencoder: { width: 3, probed: probed(0.6, 0.6, 0.8), model },
    gan: { width: 8, probed: probed(0.9, 0.9, 0.95), model },
  },
  labelled: Uint8Array.of(137, 80, 78, 71),
  seconds: 5,
};

test('the figures are those of the fewest labels, the best first and raw pixels last', () => {
  expect(probeFeaturesFigures(run).map(({ name, value, note }) => `${name} ${value}, ${note}`)).toEqual([
    'GAN 90.0, ± 0.0 of 4 test images, with 100 labels; +19.0 ± 1.4 points against raw pixels',
    'VAE 82.0, ± 2.8 of 4 test images, with 100 labels; +11.0 ± 1.4 points against raw pixels',
    'Autoencoder 60.0, ± 0.0 of 4 test images, with 100 labels; −11.0 ± 1.4 points against raw pixels',
    'Raw pixels 71.0, ± 1.4 of 4 test images, with 100 labels',
  ]);
});

test('the report has a row a representation and a column a number of labels', () => {
  const page = reportPage(probeFeaturesReport(run));
  expect(page).toContain('<tr><th>VAE: the mean of q(z given x)</th><td>3</td><td>82.0 ± 2.8</td><td>88.0</td></tr>');
  expect(page).toContain('<th>100 labels</th><th>all 5,000 labels</th>');
  expect(page).toContain('<td>each 0.1 (1), together 1 (1)</td><td>each 0.01</td>');
});
