import { check, sizeOf } from '@genmodels/core';
import { Dataset } from '../dataset/dataset.ts';
import type { ImageOptions } from './image-options.ts';
import type { ImageSource } from './list-images.ts';
import { readImages } from './read-images.ts';

/**
 * Anybody's own pictures, PNG and JPEG, all of one size: [height, width, channels] in 256 levels, in the order of their paths. Their
 * classes are the folders that they are in, at the first level: `labels` and `classNames`. For more than fit into memory: `readImages`.
 *
 * Rejects with 'invalid-argument' where there are no pictures, or only some are in folders; 'storage' where something cannot be
 * read; and, with the file's name, 'corrupt-file' where a picture is damaged and 'incompatible-file' where it is too large or of another kind.
 */
export async function imageFolder(source: ImageSource, options: ImageOptions = {}): Promise<Dataset> {
  const images = await readImages(source, options);
  const { name, spec, classNames } = images;
  const size = sizeOf(spec.shape);
  const values = new Uint8Array(images.length * size);
  const labels: number[] = [];
  let count = 0;
  for await (const image of images) {
    values.set(image.values, count++ * size);
    if (image.label !== undefined) labels.push(image.label);
  }
  check(count > 0, 'corrupt-file', () => `${name} must hold pictures that can be decoded, but none of ${images.length} can`);
  return Dataset.from({
    values: values.subarray(0, count * size),
    ...spec,
    name,
    ...(classNames && { labels, classNames }),
  });
}
