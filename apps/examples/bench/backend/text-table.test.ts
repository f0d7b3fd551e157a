import { expect, test } from 'vitest';
import { type TextTable, toMarkdown, toText } from './text-table.ts';

const table: TextTable = {
  title: 'Speeds',
  headings: [['', '', ''], ['simd', '', '2 threads'], ['wasm', '', '']],
  rows: [['product', '32.0', '16'], ['tanh of many', '1', '']],
};

test('a terminal gets columns in line, and no line of a heading that is empty', () => {
  expect(toText(table)).toBe([
    '',
    'Speeds',
    '                     simd  wasm',
    '                2 threads',
    '  product            32.0    16',
    '  tanh of many          1',
  ].join('\n'));
});

test('a README gets one line a heading', () => {
  expect(toMarkdown(table)).toBe([
    '**Speeds**',
    '',
    '|  | simd, 2 threads | wasm |',
    '| --- | ---: | ---: |',
    '| product | 32.0 | 16 |',
    '| tanh of many | 1 |  |',
  ].join('\n'));
});
