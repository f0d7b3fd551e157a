import type { Features } from '@genmodels/metrics';

/** Features of some examples, and their classes. */
export interface Labelled {
  readonly features: Features;
  readonly labels: Int32Array;
}

/** The examples with these numbers, in the order of the numbers. */
export function pickLabelled({ features, labels }: Labelled, rows: Uint32Array): Labelled {
  const { width, origin } = features;
  const values = new Float32Array(rows.length * width);
  rows.forEach((row, at) => {
    values.set(features.values.subarray(row * width, (row + 1) * width), at * width);
  });
  return { features: { values, length: rows.length, width, origin }, labels: Int32Array.from(rows, (row) => labels[row]!) };
}
