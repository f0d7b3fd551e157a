import { expect, test } from 'vitest';
import type { Features } from '../features/features.ts';
import { classAccuracy } from './class-accuracy.ts';

const probabilities = { values: Float32Array.of(0.7, 0.2, 0.1, 0.1, 0.2, 0.7, 0.3, 0.4, 0.3, 0.5, 0.5, 0), width: 3 };

test('the share of examples whose likeliest class is the one that was asked for; of equals the first', async () => {
  const score = await classAccuracy({ probabilities, labels: [0, 2, 0, 0] });
  expect(score.value).toBe(0.75);
  expect((await classAccuracy({ probabilities, labels: [0, 2, 0, 1] })).value).toBe(0.5);
  expect(score.interval!.low).toBeCloseTo(0.3006, 4);
});

test('a score says by which classifier, and does not compare with that of another', async () => {
  const by = (name: string): Features => ({ ...probabilities, length: 4, origin: { data: 'samples', extractor: { name }, preprocessing: 'none' } });
  const [one, other] = [await classAccuracy({ probabilities: by('one'), labels: [0, 2, 1, 0] }), await classAccuracy({ probabilities: by('other'), labels: [0, 2, 1, 0] })];
  expect(String(one)).toBe('class accuracy 1 [0.5101, 1] (95 %, Wilson, of 4 examples), share: generated 4 of samples; features one; preprocessing none; classes 3; higher is better');
  expect(() => one.compare(other)).toThrow('one');
});

test('refusals say what came', async () => {
  await expect(classAccuracy({ probabilities, labels: [0, 1] })).rejects.toThrow('labels must be a class for each of the 4 examples, got 2 labels');
  await expect(classAccuracy({ probabilities, labels: [0, 1, 2, 3] })).rejects.toThrow('labels must be integers from 0 to 2, got 3');
  await expect(classAccuracy({ probabilities: { values: Float32Array.of(1, 1, 0), width: 3 }, labels: [0] })).rejects.toThrow('got the sum 2');
});
