import { expect, expectTypeOf, test } from 'vitest';
import { Score } from './score.ts';
import type { ScoreFields } from './score-fields.ts';

const fields: ScoreFields = {
  metric: 'Fréchet distance',
  value: 12.345678,
  better: 'lower',
  estimator: 'plug-in',
  samples: {
    reference: { data: 'MNIST', split: 'test', count: 10_000 },
    generated: { data: 'samples of vae, seed 7', count: 5000 },
  },
  extractor: { name: 'mnist-classifier', hash: '3f2a1b9c00000000' },
  preprocessing: 'none',
  settings: { k: 3, ridge: 1 / 60_000, kernel: 'cubic' },
  interval: { low: 11.9, high: 12.8, confidence: 0.95, method: 'bootstrap, 200 resamples' },
};

function scoreOf(changes: Partial<ScoreFields> = {}): Score {
  return new Score({ ...fields, ...changes });
}

function withReference(changes: object): Score {
  return scoreOf({ samples: { ...fields.samples, reference: { count: 10_000, ...changes } } });
}

test('prints all that it depends on in one line', () => {
  expect(`${scoreOf()}`).toBe(
    'Fréchet distance 12.35 [11.9, 12.8] (95 %, bootstrap, 200 resamples), plug-in: reference 10,000 of MNIST test, ' +
    'generated 5,000 of samples of vae, seed 7; features mnist-classifier (3f2a1b9c); preprocessing none; ' +
    'k 3; ridge 1.67e-5; kernel cubic; lower is better',
  );
});

test('prints no more than it knows', () => {
  const { extractor: _, settings: __, interval: ___, ...rest } = fields;
  const score = new Score({ ...rest, unit: 'nats', samples: { generated: { count: 3 } }, subject: 'a probe', chosen: { width: 0.5 } });
  expect(String(score)).toBe(
    'Fréchet distance 12.35 nats, plug-in: of a probe; generated 3 of unnamed data; preprocessing none; width 0.5; lower is better',
  );
});

test('survives a file', () => {
  const score = scoreOf();
  const read = new Score(JSON.parse(JSON.stringify(score)));
  expect(read).toEqual(score);
  expect(score.toJSON()).toEqual(fields);
  expect(score.compare(read)).toBe(0);
});

test('never changes, nor do its fields when what they were made of does', () => {
  const settings = { k: 3 };
  const score = scoreOf({ settings });
  settings.k = 4;
  expect(score.settings).toEqual({ k: 3 });
  const loose = score as unknown as { value: number; samples: { reference: { count: number } } };
  expect(() => { loose.value = 1; }).toThrow(TypeError);
  expect(() => { loose.samples.reference.count = 1; }).toThrow(TypeError);
});

test('sort puts the best first', () => {
  const values = (better: 'lower' | 'higher') =>
    [2, Infinity, 1, Infinity, 3].map((value) => scoreOf({ value, better })).sort((a, b) => a.compare(b)).map(({ value }) => value);
  expect(values('lower')).toEqual([1, 2, 3, Infinity, Infinity]);
  expect(values('higher')).toEqual([Infinity, Infinity, 3, 2, 1]);
});

test('is no number', () => {
  const [a, b] = [scoreOf(), scoreOf()] as unknown as [number, number];
  for (const use of [() => a < b, () => a - b, () => Math.max(a, b), () => `${a + b}`])
    expect(use).toThrow('[genmodels/not-comparable] a score is no number: use score.compare(other)');
  expectTypeOf<Score>().not.toExtend<number>();
});

test('other generated data and other subjects may be compared, and what was chosen by the data', () => {
  const other = scoreOf({ value: 20, samples: { ...fields.samples, generated: { count: 5000 } }, subject: 'b', chosen: { width: 1 } });
  expect(scoreOf({ subject: 'a' }).compare(other)).toBeLessThan(0);
});

test.each([
  ['metric', scoreOf({ metric: 'precision' }), 'the metric differs: Fréchet distance and precision'],
  ['unit', scoreOf({ unit: 'bits' }), 'the unit differs: none and bits'],
  ['direction', scoreOf({ better: 'higher' }), 'the better direction differs: lower and higher'],
  ['estimator', scoreOf({ estimator: 'unbiased' }), 'the estimator differs: plug-in and unbiased'],
  ['extractor', scoreOf({ extractor: { name: 'pixels' } }), 'the extractor differs: mnist-classifier (3f2a1b9c) and pixels'],
  ['weights', scoreOf({ extractor: { name: 'mnist-classifier', hash: '4f2a1b9c' } }), 'mnist-classifier (3f2a1b9c) and mnist-classifier (4f2a1b9c)'],
  ['preprocessing', scoreOf({ preprocessing: 'resized' }), 'the preprocessing differs: none and resized'],
  ['setting', scoreOf({ settings: { ...fields.settings, k: 5 } }), 'the setting k differs: 3 and 5'],
  ['setting that one has alone', scoreOf({ settings: { ...fields.settings, unit: 1 } }), 'the setting unit differs: none and 1'],
  ['reference', withReference({ data: 'CIFAR-10', split: 'test' }), 'the reference set differs: 10,000 of MNIST test and 10,000 of CIFAR-10 test'],
  ['split', withReference({ data: 'MNIST', split: 'train' }), '10,000 of MNIST test and 10,000 of MNIST train'],
  ['reference count', withReference({ data: 'MNIST', split: 'test', count: 9000 }), '10,000 of MNIST test and 9,000 of MNIST test'],
  ['count', scoreOf({ samples: { ...fields.samples, generated: { count: 4999 } } }), 'the count of generated samples differs: 5000 and 4999'],
])('another %s: not comparable', (_, other, reason) => {
  expect(() => scoreOf().compare(other)).toThrow(`[genmodels/not-comparable] two scores must be measured alike to be compared, but `);
  expect(() => scoreOf().compare(other)).toThrow(reason);
});

test('every reason is said at once', () => {
  const other = scoreOf({ metric: 'precision', estimator: 'exact', settings: {} });
  expect(() => scoreOf().compare(other)).toThrow(/the metric differs.*; the estimator differs.*; the setting k differs.*; the setting kernel differs/);
});

test('a reference without a name may be any, and is said once', () => {
  const unnamed = withReference({});
  expect(() => unnamed.compare(unnamed)).toThrow(/but a reference set has no name: say what data it is when its features are taken\. Measure/);
});

test.each([Number.NaN, null, undefined, '12'])('a value %s is refused', (value) => {
  expect(() => scoreOf({ value: value as number })).toThrow('[genmodels/invalid-value] Fréchet distance must be a number, got');
});
