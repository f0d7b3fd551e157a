import { expect, test } from 'vitest';
import { samplingGoals } from './sampling-tables.ts';

const row = { where: 'simd', side: 28, stateBytes: 0, grownBytes: 0 };

test('a ratio is met from above, a time from below, and what was not measured is neither', () => {
  const verdicts = (naive: number, pytorch: number | undefined, large: number) => {
    const rows = samplingGoals(
      { ...row, incremental: 0.1, naive, pytorch },
      { ...row, incremental: large, pytorch: undefined },
    ).rows;
    return rows.map((cells) => cells.at(-1));
  };
  expect(verdicts(18.4, 7.6, 0.49)).toEqual(['met', 'met', 'met']);
  expect(verdicts(18.2, 7.4, 0.51)).toEqual(['MISSED', 'MISSED', 'MISSED']);
  expect(verdicts(18.4, undefined, 0.49)).toEqual(['met', 'not measured', 'met']);
});
