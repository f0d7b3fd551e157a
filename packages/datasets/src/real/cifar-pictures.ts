import { Dataset } from '../dataset/dataset.ts';
import { parseCifarBinary } from './cifar-binary.ts';
import type { LocalFile } from './download/local-file.ts';

/** The most that a file of 10,000 pictures holds. */
export const cifarBatchBytes = 10_000 * 3073;

const classNames = ['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck'];

/** The pictures of some files in the CIFAR-10 binary format, one file after another. */
export function cifarPictures(name: string, files: readonly LocalFile[]): Dataset {
  const values = new Uint8Array(files.reduce((sum, { content }) => sum + Math.floor(content.length / 3073) * 3072, 0));
  const labels: number[] = [];
  for (const { path, content } of files) {
    const batch = parseCifarBinary(content, { name: path });
    values.set(batch.images, labels.length * 3072);
    for (const label of batch.labels) labels.push(label);
  }
  return Dataset.from({ values, shape: [32, 32, 3], domain: { levels: 256 }, labels, classNames, name });
}
