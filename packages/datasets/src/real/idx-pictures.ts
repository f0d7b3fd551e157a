import { check } from '@genmodels/core';
import { Dataset } from '../dataset/dataset.ts';
import { dataDirectory } from './download/data-directory.ts';
import { type DownloadOptions, download, type Mirrors } from './download/download.ts';
import { readLocal } from './download/local-file.ts';
import { checkSplit, type RealDatasetOptions } from './download/real-dataset-options.ts';
import { type IdxArray, parseIdx } from './idx.ts';

/** A data set in four files like those of MNIST. */
export interface IdxPictures extends Mirrors {
  readonly name: string;
  /** What the ten classes are called, where they are more than numbers. */
  readonly classNames?: readonly string[];
  /** The SHA-256 of each file, unpacked. */
  readonly digests: Readonly<Record<IdxName, string>>;
}

type IdxName = `${'train' | 't10k'}-${'images-idx3' | 'labels-idx1'}-ubyte`;

/** Labelled pictures of [28, 28, 1] in 256 levels, 60,000 to train on or 10,000 to test on, in the order of the files. */
export async function idxPictures(
  set: IdxPictures,
  { split, directory, onProgress, ...options }: RealDatasetOptions,
): Promise<Dataset> {
  checkSplit(split);
  const prefix = split === 'train' ? 'train' : 't10k';
  const place = directory ?? (await dataDirectory(set.name));
  const labels = await readIdx(set, `${prefix}-labels-idx1-ubyte`, place, options);
  const images = await readIdx(set, `${prefix}-images-idx3-ubyte`, place, onProgress ? { ...options, onProgress } : options);
  checkShapes(images.shape, labels.shape, place ?? set.name);
  const name = `${set.name}-${split}`;
  return Dataset.from({
    values: images.data,
    shape: [28, 28, 1],
    domain: { levels: 256 },
    labels: labels.data,
    ...(set.classNames && { classNames: set.classNames }),
    name,
  });
}

async function readIdx(
  set: IdxPictures,
  name: IdxName,
  directory: string | undefined,
  options: DownloadOptions,
): Promise<IdxArray> {
  const bytes = lengthOf(name);
  if (directory !== undefined) {
    const { path, content } = await readLocal(directory, name, bytes);
    return parseIdx(content, path);
  }
  const path = `${name}.gz`;
  const file = { path, name: `${set.name}-${path}`, isPacked: true, bytes, sha256: set.digests[name] };
  return parseIdx(await download(file, set, options), name);
}

/** In bytes: a header of 8 or 16, then one for each label or pixel. */
function lengthOf(name: IdxName): number {
  const count = name.startsWith('train') ? 60_000 : 10_000;
  return name.includes('labels') ? 8 + count : 16 + count * 28 * 28;
}

function checkShapes(images: readonly number[], labels: readonly number[], where: string): void {
  const [count, ...frame] = images;
  check(
    frame.join() === '28,28' && labels.length === 1 && labels[0] === count,
    'corrupt-file',
    () =>
      `${where} must hold images of count x 28 x 28 and as many labels, got images of ${images.join(' x ')} and labels of ${labels.join(' x ')}`,
  );
}
