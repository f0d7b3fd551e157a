import { createRng, disposeModule } from '@genmodels/core';
import { expect, test } from 'vitest';
import { RowRecurrence } from '../recurrences/row-recurrence.ts';
import { LstmCells } from './lstm-cells.ts';

test('its forget gates, the second of four, begin with a bias of 1', async () => {
  const rng = createRng(0);
  const cells = new LstmCells({ inputs: 4, kernelSize: 3, recurrence: new RowRecurrence(2, rng), groups: 1, condition: 0 }, rng);
  expect(await cells.input.bias!.array()).toEqual([0, 0, 1, 1, 0, 0, 0, 0]);
  disposeModule(cells);
});
