import { check } from '@genmodels/core';

export interface CifarBinaryOptions {
  /** What errors call the bytes. @default 'the CIFAR file' */
  readonly name?: string;
  /** Labels are from 0 to `classes` - 1. @default 10 */
  readonly classes?: number;
}

/** Labelled pictures, as many as there are labels. */
export interface CifarPictures {
  /** [count, 32, 32, 3] in row-major order: a pixel's red, green and blue stand together. */
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

const plane = 32 * 32;
const record = 1 + 3 * plane;

/**
 * Reads the binary version of CIFAR-10 (Krizhevsky, "Learning multiple layers of features from tiny images", 2009): for each picture a
 * byte for its label, then its 32 x 32 bytes of red, of green and of blue, row by row. Throws 'corrupt-file' for anything else.
 */
export function parseCifarBinary(
  bytes: Uint8Array,
  { name = 'the CIFAR file', classes = 10 }: CifarBinaryOptions = {},
): CifarPictures {
  const count = bytes.length / record;
  check(
    Number.isInteger(count) && count >= 1,
    'corrupt-file',
    () =>
      `${name} must hold whole records of ${record} bytes, got ${bytes.length} bytes: is it a CIFAR-10 binary file, and all of it?`,
  );
  const labels = Uint8Array.from({ length: count }, (_, i) => bytes[i * record]!);
  const wrong = labels.findIndex((label) => label >= classes);
  check(
    wrong < 0,
    'corrupt-file',
    () =>
      `${name} must hold labels from 0 to ${classes - 1}, got ${labels[wrong]} for picture ${wrong}: is it a CIFAR-10 binary file?`,
  );
  return { images: interleave(bytes, count), labels };
}

/** Puts the three bytes of each pixel side by side. */
function interleave(bytes: Uint8Array, count: number): Uint8Array {
  const images = new Uint8Array(count * 3 * plane);
  let at = 0;
  for (let i = 0; i < count; i++) {
    const red = i * record + 1;
    for (let pixel = red; pixel < red + plane; pixel++) {
      images[at++] = bytes[pixel]!;
      images[at++] = bytes[pixel + plane]!;
      images[at++] = bytes[pixel + 2 * plane]!;
    }
  }
  return images;
}
