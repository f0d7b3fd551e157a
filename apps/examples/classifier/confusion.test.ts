import { expect, test } from 'vitest';
import { toText } from '../bench/backend/text-table.ts';
import { accuracyOf, confusionOf, confusionTable } from './confusion.ts';

const confusion = confusionOf([0, 0, 1, 1, 1, 2], [0, 1, 1, 1, 1, 0], 3);

test('rows are true classes, columns predictions', () => {
  expect(confusion).toEqual([[1, 1, 0], [0, 3, 0], [1, 0, 0]]);
  expect(accuracyOf(confusion)).toBe(4 / 6);
});

test('the table leaves zeros out and says what share of each class was recognised', () => {
  expect(toText(confusionTable('Real', confusion))).toBe([
    '',
    'Real',
    '  true  as 0  as 1  as 2  recognised',
    '  0        1     1     .      50.0 %',
    '  1        .     3     .     100.0 %',
    '  2        1     .     .       0.0 %',
  ].join('\n'));
});
