import type { Dataset } from '@genmodels/datasets';
import { extractFeatures, nearestNeighbors, pixels } from '@genmodels/metrics';
import { drawNeighbors } from '../data/draw-neighbors.ts';
import type { Model } from '../evaluate/models.ts';
import { givenLabels } from './class-rows.ts';

const count = 32;

/** What stands under the picture. */
export const nearestCaption = 'Above samples, below the training image that is nearest to each by pixels: a copy would be seen.';

/** Samples, each above the training image that is nearest by pixels: a copy would be seen. */
export async function drawNearest(model: Pick<Model, 'config' | 'sample'>, train: Dataset, seed: number): Promise<Uint8Array> {
  const { classes = 0 } = model.config;
  const samples = await model.sample({ count, seed, ...givenLabels(classes, count, (i) => i % classes) });
  try {
    const of = await extractFeatures(samples, { extractor: pixels() });
    const among = await extractFeatures(train, { extractor: pixels() });
    const { indices } = await nearestNeighbors({ of, among });
    const pairs = Array.from(indices, (other, generated) => ({ generated, other }));
    return await drawNeighbors(samples, train, pairs);
  } finally {
    samples.dispose();
  }
}
