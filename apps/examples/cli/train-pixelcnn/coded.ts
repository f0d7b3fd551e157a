import { sizeOf } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import { labelsFor } from '../likelihood/labels-for.ts';
import type { PixelcnnModel } from './models.ts';
import { type PngSizes, pngSizes } from './png-sizes.ts';

/** Some images as files. */
export interface Coded {
  readonly images: number;
  /** As one file of the model, its header and all. */
  readonly bytes: number;
  /** -log2 p(x) of the same images, in bytes. */
  readonly ideal: number;
  readonly png: PngSizes;
}

/** The first test images, enough that a file's header counts little: about 50,000 values. `nats` are their -log p(x). */
export async function codeImages(model: PixelcnnModel, test: Dataset, nats: readonly number[]): Promise<Coded> {
  const images = Math.max(1, Math.min(test.length, Math.round(50_000 / sizeOf(test.spec.shape))));
  const x = test.images(Uint32Array.from({ length: images }, (_, i) => i));
  const labels = labelsFor(model, test)?.subarray(0, images);
  try {
    const { length } = await model.compress(x, labels && { condition: { labels } });
    const ideal = nats.slice(0, images).reduce((sum, value) => sum + value, 0) / Math.LN2 / 8;
    const png = await pngSizes({ values: await x.data(), shape: x.shape });
    return { images, bytes: length, ideal, png };
  } finally {
    x.dispose();
  }
}
