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
    health: { examples: 1000, latent: 20, activeUnits: 12, meanVariance: [], klPerDimension: [14, 0.9, 0.03], kl: 14.93 },
    negativeLogLikelihood: { value: 106.53, error: 2.3, images: 200, drawError: 0.1234 },
    coded: { images: 100, bytes: 16_000, ideal: 15_750 },
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
    '12 of 20',
    '16,000 bytes',
    '2 images/s',
  ]);
  const [bound, estimate, kl] = vaeFigures(run).map(({ note }) => note);
  expect(bound).toBe('mean of 1,000 test images ± 0.98, dynamic binarization');
  expect(estimate).toBe('importance-sampled, k = 100 draws of z; mean of 200 test images ± 2.30, each ± 0.123 over other draws');
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

test('what is told and bounded by several draws is called so', () => {
  const data = { ...run.data, classNames: ['cat', 'dog'] };
  const report = vaeReport({ ...run, data, options: { ...run.options, conditional: true, 'importance-samples': 5, ema: 0.99, latent: 2 } });
  expect(report.lede).toContain('a z of 2 numbers, told the class, saw');
  expect(report.loss!.plot.markup).toContain('−log p(x), bound of 5 draws of z, nats an image');
  expect(report.samples!.caption).toContain('a row a class: cat, dog');
  expect(report.usage).toContain('seed: 7, condition }');
  const page = reportPage(report);
  for (const part of ['given the class', 'the bound of 5 draws of z an example', 'decay 0.99', 'second, smaller VAE']) expect(page).toContain(part);
});

test('without a word on z there is no chapter on it', () => {
  const { health: _, ...evaluation } = run.evaluation;
  expect(vaeReport({ ...run, evaluation })).toMatchObject({ sections: [] });
  expect(vaeFigures({ ...run, evaluation }).map(({ name }) => name)).not.toContain('KL');
});

test('a collapsed posterior is warned of', () => {
  expect(reportPage(vaeReport(run))).not.toContain('posterior collapse');
  const evaluation = { ...run.evaluation, health: { ...run.evaluation.health!, warning: 'posterior collapse: 0 of 20' } };
  expect(reportPage(vaeReport({ ...run, evaluation }))).toContain('posterior collapse: 0 of 20.</p>');
});

test('an interrupted run says so, and has no second model', () => {
  const { manifold: _, ...pictures } = run.pictures;
  const report = vaeReport({ ...run, pictures, training: { ...run.training, stopped: 'aborted', validation: [] } });
  expect(report.lede).toContain('It was stopped before its end.');
  expect(report.pictures.map(({ name }) => name)).toEqual(['Reconstructions.']);
  expect(reportPage(report)).toContain('stopped after 2 steps');
});
