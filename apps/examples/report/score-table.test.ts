import { Score } from '@genmodels/metrics';
import { expect, test } from 'vitest';
import { scoreRows } from './score-table.ts';

const scoreOf = (value: number, more: object = {}) =>
  new Score({
    metric: 'kernel distance',
    value,
    better: 'lower',
    estimator: 'unbiased',
    samples: { reference: { data: 'toy', count: 10 }, generated: { count: 10 } },
    preprocessing: 'none',
    ...more,
  });
const interval = { low: 1, high: 3, confidence: 0.95, method: 'normal' };

test('a row a metric, with the direction that is better, intervals and units', () => {
  const columns = [
    { name: 'ours', scores: [scoreOf(2, { interval, unit: 'nats' })] },
    { name: 'theirs', scores: [scoreOf(4, { unit: 'nats' })] },
  ];
  expect(scoreRows(columns)).toEqual([{ heading: 'Kernel distance ↓', cells: ['2 nats [1, 3]', '4 nats'] }]);
});

test('two scores of one metric are told apart by their estimators', () => {
  const scores = [scoreOf(2), scoreOf(3, { estimator: 'plug-in', better: 'higher' })];
  expect(scoreRows([{ name: 'ours', scores }]).map(({ heading }) => heading)).toEqual([
    'Kernel distance, unbiased ↓',
    'Kernel distance, plug-in ↑',
  ]);
});

test('a row of what cannot be compared is refused', () => {
  const columns = [
    { name: 'ours', scores: [scoreOf(2)] },
    { name: 'theirs', scores: [scoreOf(2, { preprocessing: 'blurred' })] },
  ];
  expect(() => scoreRows(columns)).toThrow('the preprocessing differs');
});
