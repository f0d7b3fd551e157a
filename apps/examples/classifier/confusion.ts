import type { TextTable } from '../bench/backend/text-table.ts';

/** Counts of pictures, [true class][predicted class]. */
export type Confusion = readonly (readonly number[])[];

export function confusionOf(labels: ArrayLike<number>, predicted: ArrayLike<number>, classes: number): Confusion {
  const counts = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  for (let i = 0; i < labels.length; i++) counts[labels[i]!]![predicted[i]!]! += 1;
  return counts;
}

/** The share of the pictures that are recognised, from 0 to 1. */
export function accuracyOf(confusion: Confusion): number {
  return sum(confusion.map((row, label) => row[label]!)) / sum(confusion.flat());
}

/** A row for each true class: what its pictures were taken for, and the share that was recognised. */
export function confusionTable(title: string, confusion: Confusion): TextTable {
  const classes = [...confusion.keys()].map(String);
  return {
    title,
    headings: [['true'], ...classes.map((label) => [`as ${label}`]), ['recognised']],
    rows: confusion.map((row, label) => [
      classes[label]!,
      ...row.map((count) => (count === 0 ? '.' : String(count))),
      `${((100 * row[label]!) / sum(row)).toFixed(1)} %`,
    ]),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
