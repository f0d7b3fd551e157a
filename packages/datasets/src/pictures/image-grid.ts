import { check, isTensor, show } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { Picture } from './picture.ts';

/** Images on a typed array: `shape` is [count, height, width, channels]. */
export interface ImageValues {
  readonly values: ArrayLike<number>;
  readonly shape: readonly [count: number, height: number, width: number, channels: number];
}

export interface ImageGridOptions {
  /** Images in a row. @default as many as make the grid square */
  readonly columns?: number;
  /** Width of the grey lines between images, in pixels of the picture. @default 1 */
  readonly gap?: number;
  /** Pixels of the picture along each side of an image's pixel. @default 1 */
  readonly scale?: number;
}

/** What shows between images, and where a last row has none. */
const GREY = 64;

/**
 * Sets images of [height, width, 1, 3 or 4 channels] in rows, as one picture. Values from 0 to 1 become bytes from 0 to 255,
 * rounded; those outside are clamped. Leaves the tensor alive. Rejects with 'invalid-value' on NaN, which no picture should hide.
 */
export async function imageGrid(images: tf.Tensor | ImageValues, options: ImageGridOptions = {}): Promise<Picture> {
  const { count, height, width, channels } = checkShape(images.shape);
  const { columns = Math.ceil(Math.sqrt(count)), gap = 1, scale = 1 } = options;
  checkWhole('columns', columns, 1);
  checkWhole('gap', gap, 0);
  checkWhole('scale', scale, 1);
  const tiles = toBytes(isTensor(images) ? await images.data() : images.values, count * height * width * channels);
  const sheet = blankSheet(
    Math.min(columns, count) * (width * scale + gap) - gap,
    Math.ceil(count / columns) * (height * scale + gap) - gap,
    channels,
  );
  for (let i = 0; i < count; i++) {
    const tile: Picture = { width, height, channels, data: tiles.subarray(i * height * width * channels) };
    paste(tile, scale, sheet, (i % columns) * (width * scale + gap), Math.floor(i / columns) * (height * scale + gap));
  }
  return sheet;
}

/** Copies `tile`, each pixel as a square of `scale` by `scale`, so that its top left pixel comes to [left, top]. */
function paste(tile: Picture, scale: number, sheet: Picture, left: number, top: number): void {
  const { channels } = tile;
  for (let y = 0; y < tile.height * scale; y++) {
    const row = Math.floor(y / scale) * tile.width;
    for (let x = 0; x < tile.width * scale; x++) {
      const from = (row + Math.floor(x / scale)) * channels;
      sheet.data.set(tile.data.subarray(from, from + channels), ((top + y) * sheet.width + left + x) * channels);
    }
  }
}

function blankSheet(width: number, height: number, channels: Picture['channels']): Picture {
  return { width, height, channels, data: new Uint8Array(width * height * channels).fill(GREY) };
}

function toBytes(values: ArrayLike<number>, length: number): Uint8ClampedArray {
  check(
    values.length === length,
    'invalid-shape',
    () => `values must hold the ${length} numbers of their shape, got ${values.length}`,
  );
  const bytes = new Uint8ClampedArray(length);
  for (let i = 0; i < length; i++) {
    const value = values[i]!;
    check(!Number.isNaN(value), 'invalid-value', () => `images must be numbers, got NaN at index ${i}`);
    bytes[i] = Math.round(255 * value);
  }
  return bytes;
}

function checkShape(shape: readonly number[]): { count: number; height: number; width: number; channels: Picture['channels'] } {
  const [count = 0, height = 0, width = 0, channels] = shape;
  check(
    shape.length === 4 && count >= 1 && (channels === 1 || channels === 3 || channels === 4),
    'invalid-shape',
    () => `images must be of shape [count, height, width, 1, 3 or 4 channels] with a count of at least 1, got ${show(shape)}`,
  );
  return { count, height, width, channels };
}

function checkWhole(name: string, value: number, min: number): void {
  check(
    Number.isInteger(value) && value >= min,
    'invalid-argument',
    () => `${name} must be an integer of at least ${min}, got ${show(value)}`,
  );
}
