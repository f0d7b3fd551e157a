import { Dataset } from '@genmodels/datasets';
import { expect, test } from 'vitest';
import { codebookUse, useOf } from './codebook-use.ts';

test('entries used alike are as varied as there are of them', () => {
  expect(useOf([0, 1, 2, 3, 0, 1, 2, 3], 8)).toEqual({ entries: 8, perplexity: expect.closeTo(4), live: 0.5 });
  expect(useOf([5, 5, 5], 8)).toEqual({ entries: 8, perplexity: 1, live: 1 / 8 });
});

test('codes are read from their levels', async () => {
  const codes = Dataset.from({ values: Uint8Array.of(3, 2, 3, 2), shape: [2, 1, 1], domain: { levels: 4 } });
  expect(await codebookUse(codes, 4)).toEqual({ entries: 4, perplexity: expect.closeTo(2), live: 0.5 });
});
