import { type Features, takeRows } from '@genmodels/metrics';

/** Features of some examples, and their classes. */
export interface Labelled {
  readonly features: Features;
  readonly labels: Int32Array;
}

/** The examples with these numbers, in the order of the numbers. */
export function pickLabelled({ features, labels }: Labelled, rows: Uint32Array): Labelled {
  return { features: takeRows(features, rows), labels: Int32Array.from(rows, (row) => labels[row]!) };
}
