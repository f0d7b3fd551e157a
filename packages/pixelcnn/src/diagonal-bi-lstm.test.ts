import { describe, expect, test } from 'vitest';
import { DiagonalBiLstm, type DiagonalBiLstmOptions } from './diagonal-bi-lstm.ts';
import { blindSpot } from './receptive-field.ts';
import { autoregressiveLaws } from './testing/autoregressive-laws.ts';
import { learningLaw } from './testing/learning-law.ts';

const create = (options: DiagonalBiLstmOptions) => new DiagonalBiLstm({ filters: 6, layers: 2, kernelSize: 3, hidden: 6, ...options });
const shallow = (options: DiagonalBiLstmOptions) => create({ layers: 1, ...options });

describe('DiagonalBiLstm', () => {
  for (const { name, run } of [...autoregressiveLaws({ Model: DiagonalBiLstm, create }), learningLaw(shallow)]) test(name, run);
});

test.each([0, 4, 8])('one layer sees all pixels before the one in column %i', async (column) => {
  const model = shallow({ spec: { shape: [6, 9, 1], domain: 'binary' }, filters: 4 });
  const blind = await blindSpot(model, { row: 4, column });
  expect(blind.flat()).not.toContain(1);
  model.dispose();
});
