import { describe, expect, test } from 'vitest';
import { receptiveField } from './receptive-field.ts';
import { RowLstm, type RowLstmOptions } from './row-lstm.ts';
import { autoregressiveLaws } from './testing/autoregressive-laws.ts';
import { learningLaw } from './testing/learning-law.ts';

const create = (options: RowLstmOptions) => new RowLstm({ filters: 6, layers: 2, kernelSize: 3, hidden: 6, ...options });
const shallow = (options: RowLstmOptions) => create({ layers: 1, ...options });

describe('RowLstm', () => {
  for (const { name, run } of [...autoregressiveLaws({ Model: RowLstm, create }), learningLaw(shallow)]) test(name, run);
});

test('it sees a triangle above, which the first layer and the input-to-state widen', async () => {
  const model = shallow({ spec: { shape: [6, 13, 1], domain: 'binary' }, filters: 4 });
  const field = await receptiveField(model, { row: 5, column: 6 });
  expect(field.map((row) => row.map((seen) => (seen ? '#' : '.')).join(''))).toEqual([
    '############.', // a pixel more on each side a row
    '###########..',
    '.#########...', // .
    '..#######....',
    '...#####.....',
    '....##.......',
  ]);
  model.dispose();
});
