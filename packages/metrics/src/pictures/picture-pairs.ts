import { check, show } from '@genmodels/core';
import { pauseOrAbort } from '../pause-or-abort.ts';
import { type HostPictures, type Pictures, readPictures } from './pictures.ts';

/** Pictures and what was made of them, such as their reconstructions, in the same order. */
export interface PicturePairs {
  readonly reference: Pictures;
  readonly generated: Pictures;
  readonly signal?: AbortSignal;
}

/** How a picture of each pair lies in memory. */
export type PictureSize = Pick<HostPictures, 'height' | 'width' | 'channels'>;

/** Says how near two pictures are. */
export type PairMeasure = (reference: Float64Array, generated: Float64Array, size: PictureSize) => number;

/** The measure of each pair, in float64. `checkSize` may refuse the pictures first. */
export async function measurePairs(
  { reference: given, generated: made, signal }: PicturePairs,
  measure: PairMeasure,
  checkSize?: (size: PictureSize) => void,
): Promise<Float64Array> {
  const [reference, generated] = [await readPictures(given, 'reference'), await readPictures(made, 'generated')];
  checkPaired(reference, generated);
  checkSize?.(reference);
  const measures = new Float64Array(reference.count);
  const pause = pauseOrAbort(signal);
  for (let i = 0; i < measures.length; i++) {
    measures[i] = measure(pictureAt(reference, i), pictureAt(generated, i), reference);
    await pause();
  }
  return measures;
}

function checkPaired(reference: HostPictures, generated: HostPictures): void {
  const [a, b] = [reference, generated].map(({ count, height, width, channels }) => show([count, height, width, channels]));
  check(a === b, 'invalid-shape', () => `reference and generated must be pairs of one shape, got ${a} and ${b}`);
}

function pictureAt({ values, count }: HostPictures, i: number): Float64Array {
  const size = values.length / count;
  return Float64Array.from({ length: size }, (_, at) => values[i * size + at]!);
}
