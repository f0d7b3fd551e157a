import { Dataset } from '@genmodels/datasets';
import { expect, test } from 'vitest';
import { reportPage } from '../../report/page.ts';
import { classifierFigures } from './figures.ts';
import { trainClassifierDefaults } from './options.ts';
import { classifierReport } from './report.ts';
import type { ClassifierRun } from './run.ts';

const images = Dataset.from({ values: new Float32Array(4 * 16), shape: [4, 4, 1], domain: 'unit', labels: [0, 0, 1, 1] });

const run: ClassifierRun = {
  command: 'npm run genmodels -- train classifier --epochs 2',
  options: { ...trainClassifierDefaults, augment: ['flip', 'crop'], epochs: 2, float16: true },
  data: { name: 'toy shapes', examples: 'images', spec: images.spec, classNames: ['square', 'disc'], train: images, validation: images, test: images },
  config: { hidden: 128, filters: [32, 64] },
  weights: 1234,
  training: {
    steps: 2,
    seen: 8,
    seenNow: 8,
    seconds: 4,
    stopped: 'completed',
    history: [1, 2].map((step) => ({ step, steps: 2, epoch: step, values: { crossEntropy: 2 - step, 'crossEntropy/accuracy': 0.5 } })),
    validation: [{ step: 2, steps: 2, epoch: 2, values: { crossEntropy: 0.5, 'crossEntropy/accuracy': 0.875 } }],
  },
  evaluation: { confusion: [[1, 1], [0, 2]], accuracy: 0.75, error: 0.2165, mistakes: [{ index: 1, label: 0, predicted: 1 }] },
  file: { path: 'runs/classifier/model.safetensors', bytes: 5000, sha256: 'ab'.repeat(32) },
  mistakes: Uint8Array.of(137, 80, 78, 71),
  seconds: 5,
};

test('every figure has its unit, what it is a share of, and its side of a comparison', () => {
  expect(classifierFigures(run).map(({ value, unit, note }) => `${value} ${unit}, ${note}`)).toEqual([
    '75.00 %, of 4 test images ± 21.65, all but 1',
    '87.50 %, of 4 images',
    '5 kB, in float16, SHA-256 abababab…',
    '2 images/s, 8 images seen',
  ]);
});

test('the report tells what was trained, how, and what is taken for what', () => {
  const report = classifierReport(run);
  expect(report.lede).toBe('A convolutional network with 1,234 weights saw 4 images 2.0 times in 4.0 s.');
  expect(report.samples?.caption).toContain('First row: square as disc.');
  expect(Object.fromEntries(report.facts)).toMatchObject({ Augmentation: 'flip, crop', Seed: '0' });
  const page = reportPage(report);
  expect(page).toContain('<th>square</th><td class="right" style="--share: 71%">1</td><td class="wrong" style="--share: 71%">1</td><td>50.0 %</td>');
});

test('where nothing is mistaken there is no picture', () => {
  const perfect = { ...run, evaluation: { ...run.evaluation, accuracy: 1, error: 0, mistakes: [] }, mistakes: undefined };
  expect(reportPage(classifierReport(perfect))).not.toContain('Mistakes');
});
