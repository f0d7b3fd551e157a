import { GenmodelsError } from '@genmodels/core';
import type { Dataset } from '../dataset/dataset.ts';
import { cifarBatchBytes, cifarPictures } from './cifar-pictures.ts';
import { dataDirectory } from './download/data-directory.ts';
import { download } from './download/download.ts';
import { type LocalFile, readLocal } from './download/local-file.ts';
import { checkSplit, type RealDatasetOptions } from './download/real-dataset-options.ts';
import { readTar } from './download/tar.ts';
import { gunzip } from './gunzip.ts';
import { readFirst } from './read-first.ts';

/**
 * The colour pictures of Krizhevsky, "Learning multiple layers of features from tiny images", 2009, in the binary version: 50,000 of
 * [32, 32, 3] in 256 levels, or 10,000 to test on, in the files' order. The classes are airplane, automobile, bird, cat, deer, dog, frog,
 * horse, ship and truck. They are read from `directory`, or the folder `cifar-10` of the environment's GENMODELS_DATA_DIR: from the archive
 * cifar-10-binary.tar.gz or from the batches in it; or downloaded once (170 MB, for both splits). Errors are those of `mnist`.
 *
 * No well-known mirror is sure to let the pages of other origins read it: in a browser pass `mirrors` of your own.
 */
export async function cifar10({ split, directory, ...options }: RealDatasetOptions): Promise<Dataset> {
  checkSplit(split);
  const place = directory ?? (await dataDirectory('cifar-10'));
  const names = split === 'test' ? ['test_batch.bin'] : [1, 2, 3, 4, 5].map((batch) => `data_batch_${batch}.bin`);
  const files =
    place === undefined ? await batchesIn(await download(archive, known, options), names) : await batchesAt(place, names);
  return cifarPictures(`cifar10-${split}`, files);
}

const known = {
  mirrors: [
    'https://storage.googleapis.com/s4tf-hosted-binaries/datasets/CIFAR10/',
    'https://cave.cs.toronto.edu/kriz/', // the author's; slow
    'https://www.cs.toronto.edu/~kriz/',
  ],
  redirectOrigins: ['https://cave.cs.toronto.edu'],
};

/** The digest is of the archive as everybody has it, gzip and all. */
const archive = {
  path: 'cifar-10-binary.tar.gz',
  name: 'cifar-10-binary.tar.gz',
  isPacked: false,
  bytes: 170_052_171,
  sha256: 'c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd',
};

/** The archive itself, where it is there, else what it unpacks to. */
async function batchesAt(directory: string, names: readonly string[]): Promise<LocalFile[]> {
  const found = await readFirst([`${directory}/${archive.path}`]);
  if (found !== undefined) return batchesIn(found.bytes, names);
  return Promise.all(names.map((name) => readLocal(directory, name, cifarBatchBytes)));
}

async function batchesIn(packed: Uint8Array, names: readonly string[]): Promise<LocalFile[]> {
  const limit = 7 * cifarBatchBytes; // six batches and little else
  const members = readTar(await gunzip(packed, { limit, name: archive.path }), archive.path);
  return names.map((name) => {
    const content = members.get(name);
    if (content !== undefined) return { path: `${name} of ${archive.path}`, content };
    throw new GenmodelsError(
      'corrupt-file',
      `${archive.path} must hold ${name}, got ${[...members.keys()].slice(0, 20).join(', ')}`,
    );
  });
}
