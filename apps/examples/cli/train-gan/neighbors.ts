import type { Dataset } from '@genmodels/datasets';
import type { Gan } from '@genmodels/gan';
import { extractFeatures, nearestNeighbors, pixels } from '@genmodels/metrics';
import { drawNeighbors } from '../data/draw-neighbors.ts';
import { givenLabels } from '../training/class-rows.ts';

const count = 32;

/** Samples, each above the training image that is nearest by pixels: a copy would be seen. */
export async function drawNearest(gan: Gan, train: Dataset, seed: number): Promise<Uint8Array> {
  const { classes } = gan.config;
  const samples = await gan.sample({ count, seed, ...givenLabels(classes, count, (i) => i % classes) });
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
