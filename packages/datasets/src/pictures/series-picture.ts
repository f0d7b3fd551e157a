import { check, checkCount, isTensor, show, sizeOf } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import { toLabels } from '../dataset/labels.ts';
import type { Picture } from './picture.ts';
import { drawTile, type TileFrame } from './series/tile.ts';

/** Series on a typed array: `shape` is [count, time, channels]. */
export interface SeriesValues {
  readonly values: ArrayLike<number>;
  readonly shape: readonly [count: number, time: number, channels: number];
}

export interface SeriesPictureOptions {
  /** Series in a row. @default about as many as make a square of them */
  readonly columns?: number;
  /** Pixels of each series, at least 16. @default 168 */
  readonly width?: number;
  /** @default 96 */
  readonly height?: number;
  /** The values at the lower and upper edge; others run along it. Pictures of one range can be compared. @default all values */
  readonly range?: readonly [low: number, high: number];
  /** A class for each series, which gives its first line its colour. @default all in the same one */
  readonly labels?: ArrayLike<number>;
}

/** What shows between series, and where a last row has none. */
const PALE = 240;
const GAP = 2;

/**
 * Small multiples: each series as lines on white paper, a colour a channel, all on one scale, with a pale line at 0. A tensor
 * [count, time, channels] stays alive. Rejects with 'invalid-value' on values that are not finite, which no picture should hide.
 */
export async function seriesPicture(series: tf.Tensor | SeriesValues, options: SeriesPictureOptions = {}): Promise<Picture> {
  const [count, time, channels] = checkShape(series.shape);
  const values = checkValues(isTensor(series) ? await series.data() : series.values, sizeOf(series.shape));
  const { columns = Math.ceil(Math.sqrt(count / 2)), width = 168, height = 96, range = rangeOf(values) } = options;
  checkOptions({ columns, width, height, range });
  const labels = toLabels(options.labels ?? new Int32Array(count), count);
  const sheet = blankSheet(Math.min(columns, count) * (width + GAP) - GAP, Math.ceil(count / columns) * (height + GAP) - GAP);
  for (let i = 0; i < count; i++) {
    const one = Array.prototype.slice.call(values, i * time * channels, (i + 1) * time * channels) as number[];
    const tile = drawTile(one, channels, labels[i]!, { width, height, range });
    paste(tile, width, sheet, (i % columns) * (width + GAP), Math.floor(i / columns) * (height + GAP));
  }
  return sheet;
}

function paste(tile: Uint8ClampedArray, width: number, sheet: Picture, left: number, top: number): void {
  for (let row = 0; row < tile.length / 3 / width; row++) {
    sheet.data.set(tile.subarray(3 * row * width, 3 * (row + 1) * width), 3 * ((top + row) * sheet.width + left));
  }
}

function blankSheet(width: number, height: number): Picture {
  return { width, height, channels: 3, data: new Uint8ClampedArray(3 * width * height).fill(PALE) };
}

/** From the least to the greatest value; a flat line gets a unit around it. */
function rangeOf(values: ArrayLike<number>): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]!);
    high = Math.max(high, values[i]!);
  }
  return low < high ? [low, high] : [low - 0.5, high + 0.5];
}

function checkShape(shape: readonly number[]): readonly [count: number, time: number, channels: number] {
  const [count = 0, time = 0, channels = 0] = shape;
  check(
    shape.length === 3 && count >= 1 && time >= 1 && channels >= 1,
    'invalid-shape',
    () => `series must be of shape [count, time, channels], none of them 0, got ${show(shape)}`,
  );
  return [count, time, channels];
}

function checkValues(values: ArrayLike<number>, length: number): ArrayLike<number> {
  check(
    values.length === length,
    'invalid-shape',
    () => `values must hold the ${length} numbers of their shape, got ${values.length}`,
  );
  for (let i = 0; i < values.length; i++) {
    check(Number.isFinite(values[i]), 'invalid-value', () => `series must be finite numbers, got ${values[i]} at index ${i}`);
  }
  return values;
}

function checkOptions({ columns, width, height, range }: TileFrame & { readonly columns: number }): void {
  checkCount('columns', columns);
  for (const [name, size] of Object.entries({ width, height })) {
    check(
      Number.isInteger(size) && size >= 16,
      'invalid-argument',
      () => `${name} must be an integer of at least 16, got ${show(size)}`,
    );
  }
  check(
    range.every(Number.isFinite) && range[0] < range[1],
    'invalid-argument',
    () => `range must be [low, high] with low < high, got ${show(range)}`,
  );
}
