import { cornerGrid, interpolationStrips, lerp } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import type { Vae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { toFile } from '../data/draw-examples.ts';
import { drawRows } from '../data/draw-rows.ts';
import { classesOf } from '../likelihood/in-order.ts';
import { labelsFor } from '../likelihood/labels-for.ts';
import { groupsOf } from './groups.ts';

/** Ways between two images, and steps along each, of which the first and the last are reconstructions. */
export const strips = { count: 8, images: 8 };

/** Images along each side of the grid. */
export const gridSide = 10;

/** A row a way: a test image, what lies between the mean of its z and that of another's, the other. Nothing of too few images. */
export async function drawInterpolations(vae: Vae, test: Dataset): Promise<Uint8Array | undefined> {
  const pairs = groupsOf(test.length, labelsFor(vae, test), strips.count, 2);
  if (pairs.length === 0) return undefined;
  const [begins, ends] = [0, 1].map((end) => pairs.map((pair) => pair[end]!)) as [number[], number[]];
  const [from, to] = [test.images(begins), test.images(ends)];
  const ways = tf.tidy(() => {
    const z = interpolationStrips(meansOf(vae, test, begins), meansOf(vae, test, ends), strips.images, lerp);
    return decodeAs(vae, test, begins, z);
  });
  try {
    return await drawRows(from, ways, to);
  } finally {
    tf.dispose([from, to, ways]);
  }
}

/** All that lies between the means of four test images, whose reconstructions are the corners. Nothing of too few images. */
export async function drawCorners(vae: Vae, test: Dataset): Promise<Uint8Array | undefined> {
  const [corners] = groupsOf(test.length, labelsFor(vae, test), 1, 4);
  if (corners === undefined) return undefined;
  const grid = tf.tidy(() => {
    const z = cornerGrid(meansOf(vae, test, corners), gridSide, gridSide, lerp);
    return decodeAs(vae, test, corners.slice(0, 1), z);
  });
  return toFile(grid, 'images', gridSide);
}

/** Means, not draws: what is decoded from them are the reconstructions. Called inside a tidy. */
function meansOf(vae: Vae, test: Dataset, indices: readonly number[]): tf.Tensor2D {
  const { condition } = classesOf(vae, test, indices);
  return vae.encode(test.images(indices), condition).mean;
}

/** Decodes as many codes for each of some images, as of its class where the model is told it. Called inside a tidy. */
function decodeAs(vae: Vae, test: Dataset, indices: readonly number[], z: tf.Tensor2D): tf.Tensor4D {
  const each = z.shape[0] / indices.length;
  const { condition } = classesOf(
    vae,
    test,
    Array.from({ length: z.shape[0] }, (_, i) => indices[Math.floor(i / each)]!),
  );
  return vae.decode(z, condition) as tf.Tensor4D;
}
