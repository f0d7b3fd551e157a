import type { Dataset } from '@genmodels/datasets';

/** Examples that belong together, by their numbers. */
export interface Row {
  /** The name of the class, or its number; empty where there are no classes. */
  readonly name: string;
  readonly indices: readonly number[];
}

/** The first `count` examples of each class, or four rows of the first ones where there are no classes. */
export function rowsOf(data: Dataset, count: number): Row[] {
  const { labels, classNames, length } = data;
  if (labels === undefined) return [{ name: '', indices: upTo(Math.min(length, 4 * count)) }];
  const classes = new Map<number, number[]>();
  for (let i = 0; i < length; i++) {
    const row = classes.get(labels[i]!) ?? [];
    if (row.length < count) classes.set(labels[i]!, [...row, i]);
  }
  const sorted = [...classes].sort(([a], [b]) => a - b);
  return sorted.map(([label, indices]) => ({ name: classNames?.[label] ?? String(label), indices }));
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
