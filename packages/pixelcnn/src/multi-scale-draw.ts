import { type Condition, createRng, type DrawnRow, type GivenPixels, sizeOf } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { type DrawImagesOptions, drawImages } from './draw-images.ts';
import { drawRows } from './draw-rows.ts';
import { checkGiven, largeMap, smallCondition } from './multi-scale-condition.ts';
import type { MultiScaleParts } from './multi-scale-parts.ts';

/** Draws small images, then the pixels between theirs: [count, height, width, channels], which the caller disposes. */
export async function drawMultiScale(parts: MultiScaleParts, options: DrawImagesOptions): Promise<tf.Tensor4D> {
  const rest = await drawSmall(parts, options);
  try {
    return await drawImages(parts.large, rest);
  } finally {
    rest.condition.map.dispose();
  }
}

/** The same images row by row. The small ones are drawn before the first row, whole. */
export async function* drawMultiScaleRows(parts: MultiScaleParts, options: DrawImagesOptions): AsyncGenerator<DrawnRow> {
  const rest = await drawSmall(parts, options);
  try {
    yield* drawRows(parts.large, rest);
  } finally {
    rest.condition.map.dispose();
  }
}

/** What is left to draw once the small images are there. The condition's map is a new tensor. */
async function drawSmall(parts: MultiScaleParts, options: DrawImagesOptions) {
  const { count, seed, condition = {}, given } = options;
  checkGiven(parts, { ...condition, labels: condition.labels && { shape: [condition.labels.length] } }, count);
  const small = await smallImages(parts, options);
  return {
    ...options,
    seed: seedOfPart(seed, 'large'),
    condition: largeCondition(parts, small, count, condition),
    given: largeGiven(parts, small, count, given),
  };
}

/** [count, height, width, channels] of the small images. */
async function smallImages(parts: MultiScaleParts, { onProgress: _, seed, condition, given, ...options }: DrawImagesOptions) {
  const own = condition && smallCondition(parts, condition);
  const drawn = await drawImages(parts.small, {
    ...options,
    seed: seedOfPart(seed, 'small'),
    ...(own && { condition: own }),
    ...(given && { given: smallGiven(parts, given) }),
  }).finally(() => own?.map?.dispose());
  try {
    return await drawn.data<'float32'>();
  } finally {
    drawn.dispose();
  }
}

/** So that both parts draw from streams of their own. */
function seedOfPart(seed: number, part: 'small' | 'large'): number {
  return createRng(seed).fork(part).nextWord();
}

function largeCondition({ spec, lattice }: MultiScaleParts, small: Float32Array, count: number, { labels, map }: Condition) {
  const shape: [number, number, number, number] = [count, ...(spec.shape as [number, number, number])];
  const placed = lattice.place(small, new Float32Array(sizeOf(shape)), shape[3]);
  return { ...(labels && { labels }), map: tf.tidy(() => largeMap(tf.tensor4d(placed, shape), map)) };
}

function smallGiven({ spec, lattice }: MultiScaleParts, { values, known }: GivenPixels): GivenPixels {
  return { values: lattice.part(values, spec.shape[2]!), known: lattice.part(known, 1) };
}

/** What was given, and the small images. */
function largeGiven({ spec, lattice }: MultiScaleParts, small: Float32Array, count: number, given?: GivenPixels): GivenPixels {
  const values = given ? given.values.slice() : new Float32Array(count * sizeOf(spec.shape));
  const { marks } = lattice;
  const known = Uint8Array.from({ length: count * marks.length }, (_, pixel) =>
    marks[pixel % marks.length] || given?.known[pixel] ? 1 : 0,
  );
  return { values: lattice.place(small, values, spec.shape[2]!), known };
}
