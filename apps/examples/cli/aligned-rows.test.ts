import { expect, test } from 'vitest';
import { alignedRows } from './aligned-rows.ts';

test('cells stand under their names', () => {
  const rows = [
    { name: 'Score', cells: ['5.04', '8.72 ± 1'] },
    { name: 'Pace', cells: ['360', ''] },
  ];
  expect(alignedRows({ columns: ['GAN', 'test'], rows })).toEqual([
    ['', ' GAN       test'],
    ['Score', '5.04   8.72 ± 1'],
    ['Pace', ' 360           '],
  ]);
});
