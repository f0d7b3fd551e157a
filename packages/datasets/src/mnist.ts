import { check, GenmodelsError } from '@genmodels/core';
import { Dataset } from './dataset.ts';
import { gunzip, isGzip } from './gunzip.ts';
import { type IdxArray, parseIdx } from './idx.ts';
import { readFirst } from './read-first.ts';

export interface MnistOptions {
  /** 60,000 examples to train on, or 10,000 to test on. */
  readonly split: 'train' | 'test';
  /** The folder that holds the IDX files, gzipped or not. @default the folder mnist of the environment's GENMODELS_DATA_DIR */
  readonly directory?: string;
}

/** The images of training are 47 MB. */
const LARGEST_FILE = 64 * 2 ** 20;

/**
 * The handwritten digits of LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition",
 * Proc. IEEE 1998: labelled pictures of [28, 28, 1] in 256 levels, white ink on black, in the files' order. Node only, from
 * files on disk. Rejects with 'storage' where a file is missing, and 'corrupt-file' where it is not what it should be.
 */
export async function mnist({ split, directory = defaultDirectory() }: MnistOptions): Promise<Dataset> {
  check(split === 'train' || split === 'test', 'invalid-argument', () => `split must be 'train' or 'test', got ${String(split)}`);
  const prefix = split === 'train' ? 'train' : 't10k';
  const images = await readIdx(directory, `${prefix}-images-idx3-ubyte`);
  const labels = await readIdx(directory, `${prefix}-labels-idx1-ubyte`);
  checkShapes(images.shape, labels.shape, directory);
  return Dataset.from({
    values: images.data,
    shape: [28, 28, 1],
    domain: { levels: 256 },
    labels: labels.data,
    name: `mnist-${split}`,
  });
}

function defaultDirectory(): string {
  const parent = globalThis.process?.env['GENMODELS_DATA_DIR'];
  check(
    parent !== undefined && parent !== '',
    'storage',
    () =>
      'mnist() does not know where its files are: in Node, set GENMODELS_DATA_DIR to the folder that holds mnist/, or pass { directory }; ' +
      'digits() needs no files',
  );
  return `${parent}/mnist`;
}

async function readIdx(directory: string, name: string): Promise<IdxArray> {
  const found = await readFirst([`${directory}/${name}.gz`, `${directory}/${name}`]);
  if (found === undefined) {
    throw new GenmodelsError(
      'storage',
      `${directory} must hold ${name}.gz or ${name}, but has neither: put the four files of MNIST there`,
    );
  }
  const { path, bytes } = found;
  return parseIdx(isGzip(bytes) ? await gunzip(bytes, { limit: LARGEST_FILE, name: path }) : bytes, path);
}

function checkShapes(images: readonly number[], labels: readonly number[], directory: string): void {
  const [count, ...frame] = images;
  check(
    frame.join() === '28,28' && labels.length === 1 && labels[0] === count,
    'corrupt-file',
    () =>
      `${directory} must hold images of count x 28 x 28 and as many labels, got images of ${images.join(' x ')} and labels of ${labels.join(' x ')}`,
  );
}
