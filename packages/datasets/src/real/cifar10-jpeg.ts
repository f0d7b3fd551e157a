import { check } from '@genmodels/core';
import type { Dataset } from '../dataset/dataset.ts';
import { cifarBatchBytes, cifarPictures } from './cifar-pictures.ts';
import { dataDirectory } from './download/data-directory.ts';
import { readLocal } from './download/local-file.ts';
import { checkSplit, type SplitOptions } from './download/real-dataset-options.ts';

/**
 * Pictures of CIFAR-10 that once went through JPEG: 10,000 of [32, 32, 3] in 256 levels to train on, and 10,000 to test on, in an order of
 * their own, with the labels of `cifar10`. JPEG smooths, so that a model compresses these better: figures on them, bits/dim above all, must
 * not be compared with figures on CIFAR-10. They are read from `directory`, or the folder `cifar10-jpeg` of the environment's
 * GENMODELS_DATA_DIR; there is no download.
 */
export async function cifar10Jpeg({ split, directory }: SplitOptions): Promise<Dataset> {
  checkSplit(split);
  const place = directory ?? (await dataDirectory('cifar10-jpeg'));
  check(
    place !== undefined,
    'storage',
    () => 'cifar10Jpeg() has no download: set GENMODELS_DATA_DIR to a folder that holds cifar10-jpeg/, or pass { directory }',
  );
  const batch = split === 'train' ? 'data_batch_1.bin' : 'test_batch.bin';
  return cifarPictures(`cifar10-jpeg-${split}`, [await readLocal(place, batch, cifarBatchBytes)]);
}
