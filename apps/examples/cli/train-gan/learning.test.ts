import { expect, test } from 'vitest';
import { learningOf } from './learning.ts';

const adam = (learningRate: number, beta1: number, beta2: number) => ({ kind: 'adam', learningRate, beta1, beta2, epsilon: 1e-8 });

test.each([
  ['non-saturating', 'images', adam(4e-4, 0.5, 0.999)],
  ['hinge', 'points', adam(1e-3, 0.5, 0.999)],
  ['wasserstein-gp', 'images', adam(4e-4, 0, 0.9)],
  ['wasserstein', 'images', { kind: 'rmsProp', learningRate: 1e-4, decay: 0.9, epsilon: 1e-8 }],
] as const)('%s learns %s as its paper has it, in proportion to a narrower network', (loss, examples, config) => {
  expect(learningOf({ loss, width: 'auto', schedule: 'auto', 'learning-rate': 'auto' }, examples).optimizer.config).toEqual(config);
});

test.each([
  ['the width of the paper', { width: 64 }],
  ['an mlp, of which no paper says more', { width: 128, network: 'mlp' }],
] as const)('%s: the rate of the paper', (_, network) => {
  expect(learningOf({ loss: 'non-saturating', schedule: 'auto', 'learning-rate': 'auto', ...network }, 'images').rate).toBe(2e-4);
});

test('a rate that is given holds', () => {
  const { rate, words } = learningOf({ loss: 'hinge', width: 16, schedule: 'auto', 'learning-rate': 1e-3 }, 'images');
  expect([rate, words]).toEqual([1e-3, 'Adam with betas 0.5 and 0.999']);
});

test('pictures keep their rate, points come to rest, unless it is said', () => {
  const options = { loss: 'hinge', width: 'auto', 'learning-rate': 'auto' } as const;
  const scheduleOf = (schedule: 'auto' | 'cosine', examples: 'images' | 'points') => learningOf({ ...options, schedule }, examples).schedule;
  expect([scheduleOf('auto', 'images'), scheduleOf('auto', 'points'), scheduleOf('cosine', 'images')]).toEqual(['constant', 'cosine', 'cosine']);
});
