import { type Dataset, imageGrid, type Picture, pointsPicture, seriesPicture, toPng } from '@genmodels/datasets';
import type * as tf from '@tensorflow/tfjs-core';
import type { ExampleWord } from './data-set.ts';

interface DrawOptions {
  /** Examples in a row. @default as many as make a square */
  readonly columns?: number;
  /** Classes, which give points and series their colours. */
  readonly labels?: ArrayLike<number>;
}

/** All sets of points lie in it, so that pictures of them can be compared. */
const plane = [-4.6, -4.6, 4.6, 4.6] as const;

/** Pixels of a picture along each side of an image's pixel: about a thousand in a row of images. */
function scaleFor(width: number, columns: number): number {
  return Math.max(1, Math.min(4, Math.floor(1152 / (width * columns))));
}

/** Examples as a picture, whatever they are. Leaves the tensor alive. */
export async function drawExamples(
  examples: tf.Tensor,
  word: ExampleWord,
  { columns, labels }: DrawOptions = {},
): Promise<Picture> {
  const wanted = { ...(columns && { columns }), ...(labels && { labels }) };
  if (word === 'points') return pointsPicture(examples, { ...(labels && { labels }), extent: plane, size: 640 });
  if (word === 'series') return seriesPicture(examples, wanted);
  const inRow = columns ?? Math.ceil(Math.sqrt(examples.shape[0]!));
  return imageGrid(examples as tf.Tensor4D, { columns: inRow, gap: 0, scale: scaleFor(examples.shape[2]!, inRow) });
}

/** The examples with these numbers as a picture. */
export async function drawPart(data: Dataset, indices: ArrayLike<number>, word: ExampleWord, columns?: number): Promise<Picture> {
  const examples = data.examples(indices);
  const { labels } = data;
  try {
    return await drawExamples(examples, word, {
      ...(columns && { columns }),
      ...(labels && { labels: Array.from(indices, (index) => labels[index]!) }),
    });
  } finally {
    examples.dispose();
  }
}

/** Draws examples as a PNG file. Takes them over: disposes them. */
export async function toFile(examples: tf.Tensor, word: ExampleWord, columns?: number): Promise<Uint8Array> {
  try {
    return toPng(await drawExamples(examples, word, { ...(columns && { columns }) }));
  } finally {
    examples.dispose();
  }
}
