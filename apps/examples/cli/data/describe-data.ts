import type { Dataset } from '@genmodels/datasets';
import { decimal } from '../../report/numbers.ts';
import { partSizes } from '../../report/part-sizes.ts';
import type { DataParts, ExampleWord } from './data-set.ts';

/** What there is to know of a data set, in two columns. */
export function describeData({ train, validation, test }: DataParts, word: ExampleWord): [name: string, value: string][] {
  const { domain, shape } = train.spec;
  const values = typeof domain === 'string' ? domain : `${domain.levels} levels from 0 to 1`;
  const attributes = Object.entries(train.attributes ?? {}).map(([name, column]) => `${name} ${rangeOf(column)}`);
  return [
    ['Examples', partSizes({ train, validation, test }, word)],
    ['Shape', shape.join(' x ')],
    ['Values', values],
    ...(train.labels ? [['Classes', classesOf(train)] as [string, string]] : []),
    ...(attributes.length > 0 ? [['Attributes', attributes.join(', ')] as [string, string]] : []),
  ];
}

function classesOf({ labels, classNames }: Dataset): string {
  const last = labels!.reduce((most, label) => Math.max(most, label), 0);
  return classNames?.join(', ') ?? `0 to ${last}`;
}

function rangeOf(column: Float32Array): string {
  const [low, high] = column.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
  const write = (value: number) => (column.every(Number.isInteger) ? String(value) : decimal(value));
  return `${write(low)} to ${write(high)}`;
}
