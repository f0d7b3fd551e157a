import type { Dataset } from '../dataset/dataset.ts';
import type { RealDatasetOptions } from './download/real-dataset-options.ts';
import { idxPictures } from './idx-pictures.ts';

/**
 * The handwritten digits of LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition",
 * Proc. IEEE 1998: 60,000 labelled pictures of [28, 28, 1] in 256 levels, white ink on black, or 10,000 to test on, in the files'
 * order. They are read from `directory`, or the folder `mnist` of the environment's GENMODELS_DATA_DIR, or downloaded once (10 MB;
 * `onProgress` is told of the pictures, not of the few kB of labels). Rejects with 'storage' where a file is missing or no mirror can be
 * reached, and 'corrupt-file' where it is not what it should be.
 */
export function mnist(options: RealDatasetOptions): Promise<Dataset> {
  return idxPictures({ name: 'mnist', mirrors, digests }, options);
}

const mirrors = [
  'https://storage.googleapis.com/cvdf-datasets/mnist/',
  'https://ossci-datasets.s3.amazonaws.com/mnist/',
  'https://raw.githubusercontent.com/fgnt/mnist/master/',
];

const digests = {
  'train-images-idx3-ubyte': 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  'train-labels-idx1-ubyte': '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  't10k-images-idx3-ubyte': '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  't10k-labels-idx1-ubyte': 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
};
