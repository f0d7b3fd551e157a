import type { Dataset } from '@genmodels/datasets';
import * as tf from '@tensorflow/tfjs-core';
import { toText } from '../backend/text-table.ts';
import { medianOf } from '../measure.ts';
import { startBackend } from '../peers/start-backend.ts';
import { randomSets } from './sets.ts';
import { type Way, ways } from './ways.ts';

const size = 128;

/** `pnpm bench data`: from `batch(step)` to tensors, in microseconds an example. Medians of 300 batches. */
export async function benchData(): Promise<void> {
  const sets = randomSets();
  for (const kind of ['cpu', 'simd'] as const) {
    const missing = await startBackend({ kind });
    if (missing !== undefined) throw new Error(missing);
    const rows: string[][] = [];
    for (const set of sets) rows.push([set.name, ...(await measure(set))]);
    const title = `${kind}: microseconds an example at batch ${size}; the goal is 10 without augmentation`;
    console.log(toText({ title, headings: [['pictures'], ...Object.keys(ways).map((name) => [name])], rows }));
  }
}

async function measure(set: Dataset): Promise<string[]> {
  const figures: string[] = [];
  for (const way of Object.values(ways)) figures.push((await perExample(set, way)).toFixed(1));
  return figures;
}

async function perExample(set: Dataset, way: Way): Promise<number> {
  const source = set.batches({ size, seed: 0, ...way });
  let step = 0;
  const milliseconds = await medianOf(300, () => {
    const { x, labels } = source.batch(step++ % source.stepsPerEpoch); // an epoch shuffles once, and that is not what we measure
    tf.dispose([x, labels!]);
  });
  return (1000 * milliseconds) / size;
}
