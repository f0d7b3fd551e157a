import { check, type DataSpec, GenmodelsError, show } from '@genmodels/core';
import { classNameOf, classNamesOf } from './classes.ts';
import { decodePicture } from './decode/decode-picture.ts';
import { type FitOptions, fitPicture } from './fit-picture.ts';
import type { ImageFile } from './image-file.ts';
import { type ImageOptions, isCount, pickEvenly, toFitOptions } from './image-options.ts';
import { inOrder } from './in-order.ts';
import { type ImageSource, listImages, nameOf } from './list-images.ts';

/** A picture in the size and colours that were asked for. */
export interface ImageExample {
  /** [height, width, channels] bytes, row by row. */
  readonly values: Uint8Array;
  /** The number of its class. */
  readonly label?: number;
}

/** Pictures that are read and decoded while they are gone through, again each time: more than fit into memory. */
export interface ImageStream extends AsyncIterable<ImageExample> {
  /** What reports and errors call the pictures: the folder's name. */
  readonly name: string;
  readonly spec: DataSpec;
  /** How many files there are; those that are skipped count. */
  readonly length: number;
  /** What the classes are called, by their numbers, where pictures are in folders. */
  readonly classNames?: readonly string[];
}

/** Files that are read while one is decoded; browsers decode several at once. */
const AT_ONCE = 4;

/** Larger than any sound picture of 4096 x 4096, and small enough to be held AT_ONCE times. */
const LARGEST_FILE = 128 * 2 ** 20;

/**
 * Anybody's own pictures, PNG and JPEG, one by one, in the order of their paths. Their classes are the folders that they are in, at the first
 * level. Hidden files and those of other kinds are passed over. For what it rejects with, see `imageFolder`.
 */
export async function readImages(source: ImageSource, options: ImageOptions = {}): Promise<ImageStream> {
  const { classes = true, largestSide = 4096, limit, signal } = options;
  const fit = toFitOptions(options);
  check(isCount(largestSide), 'invalid-argument', () => `largestSide must be an integer of at least 1, got ${show(largestSide)}`);
  const all = await listImages(source, signal);
  const classNames = classes ? classNamesOf(all) : undefined;
  const files = pickEvenly(all, limit);
  return {
    name: nameOf(source),
    spec: { shape: [fit.height, fit.width, fit.channels], domain: { levels: 256 } },
    length: files.length,
    ...(classNames && { classNames }),
    async *[Symbol.asyncIterator]() {
      let done = 0;
      for await (const { file, values, error } of inOrder(files, AT_ONCE, (file) => readImage(file, fit, largestSide, signal))) {
        signal?.throwIfAborted();
        if (error !== undefined) skip(file, error, options);
        options.onProgress?.(++done, files.length);
        if (values !== undefined) yield classNames ? { values, label: classNames.indexOf(classNameOf(file)) } : { values };
      }
    },
  };
}

/** One of the two, as several are under way at once, and who asked hears of them in their order. */
interface ReadImage {
  readonly file: ImageFile;
  readonly values?: Uint8Array;
  readonly error?: GenmodelsError;
}

async function readImage(
  file: ImageFile,
  fit: FitOptions,
  largestSide: number,
  signal: AbortSignal | undefined,
): Promise<ReadImage> {
  signal?.throwIfAborted();
  try {
    const picture = await decodePicture(await file.read(LARGEST_FILE), { name: file.path, largestSide });
    return { file, values: fitPicture(picture, fit) };
  } catch (error) {
    if (error instanceof GenmodelsError) return { file, error };
    throw error;
  }
}

function skip({ path }: ImageFile, error: GenmodelsError, { onSkip }: ImageOptions): void {
  if (onSkip === undefined) throw error;
  onSkip(path, error);
}
