import { Dataset } from '@genmodels/datasets';
import { expect, test } from 'vitest';
import { reportPage } from '../../report/page.ts';
import { vaeFigures } from './figures.ts';
import { trainVaeDefaults } from './options.ts';
import { vaeReport } from './report.ts';
import type { VaeRun } from './run.ts';

const images = Dataset.from({ values: new Float32Array(4 * 16), shape: [4, 4, 1], domain: 'binary' });
const png = Uint8Array.of(137, 80, 78, 71);

const run: VaeRun = {
  command: 'npm run genmodels -- train vae --epochs 2',
  options: { ...trainVaeDefaults, epochs: 2 },
  data: {
    name: 'procedural digits',
    examples: 'images',
    values: 'dynamic binarization',
    spec: images.spec,
    train: images,
    validation: images,
    test: images,
  },
  config: { latent: 20, network: { kind: 'mlp', hidden: [400, 400] } },
  weights: 973_624,
  training: {
    steps: 2,
    seen: 8,
    seenNow: 8,
    seconds: 4,
    stopped: 'completed',
    history: [1, 2].map((step) => ({ step, steps: 2, epoch: step, values: { elbo: 200 - step } })),
    validation: [{ step: 2, steps: 2, epoch: 2, values: { elbo: 199.5 } }],
  },
  evaluation: {
    negativeElbo: { value: 108.94, error: 0.98, images: 1000 },
    kl: { value: 14.93, error: 0.1, images: 1000 },
    negativeLogLikelihood: { value: 106.53, error: 2.3, images: 200 },
    perImage: [],
  },
  pictures: { samples: png, reconstructions: png, manifold: png },
  seconds: 61,
};

test('every figure has its unit, what it is a mean of, and its side of a comparison', () => {
  expect(vaeFigures(run).map(({ value, unit }) => `${value} ${unit}`)).toEqual([
    '108.94 nats',
    '106.53 nats',
    '14.93 nats',
    '2 images/s',
  ]);
  const [bound, estimate, kl] = vaeFigures(run).map(({ note }) => note);
  expect(bound).toBe('mean of 1,000 test images ± 0.98, dynamic binarization');
  expect(estimate).toBe('importance-sampled, 100 samples; mean of 200 test images ± 2.30');
  expect(kl).toContain('the other 94.01 are reconstruction');
});

test('the report tells what was trained, how, and with what', () => {
  const { lede, facts, config } = vaeReport(run);
  expect(lede).toBe('A network of dense layers with 973,624 weights and a z of 20 numbers saw 4 images 2.0 times in 4.0 s.');
  expect(Object.fromEntries(facts)).toMatchObject({
    Command: run.command,
    Seed: '0',
    Duration: '1 min 01 s in all, of which 4.0 s training',
  });
  expect(JSON.parse(config)).toEqual(run.config);
});

test('an interrupted run says so, and has no second model', () => {
  const { manifold: _, ...pictures } = run.pictures;
  const report = vaeReport({ ...run, pictures, training: { ...run.training, stopped: 'aborted', validation: [] } });
  expect(report.lede).toContain('It was stopped before its end.');
  expect(report.pictures.map(({ name }) => name)).toEqual(['Reconstructions.']);
  expect(reportPage(report)).toContain('stopped after 2 steps');
});
