import { check, show } from '@genmodels/core';
import type { Fit, FitOptions } from './fit-picture.ts';
import type { Color } from './flatten.ts';

export interface ImageOptions {
  /** Sides in pixels that all pictures get: one number for squares, or [height, width]. @default 32 */
  readonly size?: number | readonly [height: number, width: number];
  /** 1: grey. 3: red, green, blue. @default 3 */
  readonly channels?: 1 | 3;
  /** How a picture of another shape is made to fit: 'cover' crops it, 'contain' adds a border, 'stretch' distorts it. @default 'cover' */
  readonly fit?: Fit;
  /** What is seen through transparent pixels and around contained pictures: red, green and blue from 0 to 255. @default white */
  readonly background?: Color;
  /** Whether the folders that pictures are in are their classes. @default true */
  readonly classes?: boolean;
  /** At most so many pictures, evenly from all over the list, so that every class keeps its share. @default all */
  readonly limit?: number;
  /** The most pixels across or down that a file may have: what a picture takes in memory. @default 4096 */
  readonly largestSide?: number;
  /** Stops the reading, which rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called after each file. */
  onProgress?(done: number, total: number): void;
  /** Called for each file that cannot be read or decoded, which is then left out. Without it, the first such file rejects. */
  onSkip?(path: string, error: Error): void;
}

/** What pictures are made to fit. Throws 'invalid-argument'. */
export function toFitOptions({ size = 32, channels = 3, fit = 'cover', background = [255, 255, 255] }: ImageOptions): FitOptions {
  const [height, width] = typeof size === 'number' ? [size, size] : size;
  check(
    isCount(height) && isCount(width),
    'invalid-argument',
    () => `size must be an integer of at least 1, or [height, width], got ${show(size)}`,
  );
  check(channels === 1 || channels === 3, 'invalid-argument', () => `channels must be 1 or 3, got ${show(channels)}`);
  check(
    fit === 'cover' || fit === 'contain' || fit === 'stretch',
    'invalid-argument',
    () => `fit must be 'cover', 'contain' or 'stretch', got ${show(fit)}`,
  );
  check(isColor(background), 'invalid-argument', () => `background must be three numbers from 0 to 255, got ${show(background)}`);
  return { height, width, channels, fit, background };
}

/** Every picture, or `limit` of them at even distances. */
export function pickEvenly<Item>(items: readonly Item[], limit: number = items.length): readonly Item[] {
  check(isCount(limit), 'invalid-argument', () => `limit must be an integer of at least 1, got ${show(limit)}`);
  if (limit >= items.length) return items;
  return Array.from({ length: limit }, (_, i) => items[Math.floor((i * items.length) / limit)]!);
}

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

function isColor(color: readonly number[]): boolean {
  return Array.isArray(color) && color.length === 3 && color.every((value) => value >= 0 && value <= 255);
}
