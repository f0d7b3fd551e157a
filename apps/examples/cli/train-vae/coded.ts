import { check } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import { compress, decompress, type Vae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { boundsOf } from '../likelihood/bounds.ts';
import { classesOf } from '../likelihood/in-order.ts';
import type { Surroundings } from '../surroundings.ts';

/** Draws of z that an ideal size is the mean of. */
export const rounds = 5;

/** Some images as a file, from which they were read again. */
export interface Coded {
  readonly images: number;
  /** The file, its header and all. */
  readonly bytes: number;
  /** The negative ELBO of the same images, in bytes: the mean of `rounds` draws of z, as one of few images is but a guess. */
  readonly ideal: number;
}

/** The first `count` images by bits back, and back again, bit for bit. Nothing where Ctrl-C comes before the end. */
export async function codeImages(
  vae: Vae,
  test: Dataset,
  count: number,
  { terminal, signal }: Surroundings,
): Promise<Coded | undefined> {
  const indices = Array.from({ length: Math.min(count, test.length) }, (_, i) => i);
  const images = indices.length;
  const progress = terminal.progress({ total: 2 * images, unit: 'images' });
  const options = { ...classesOf(vae, test, indices), signal };
  const x = test.examples(indices);
  let again: tf.Tensor | undefined;
  try {
    const bytes = await compress(vae, x, { ...options, onProgress: (done) => progress.update(done, 'to bits') });
    again = await decompress(vae, bytes, { ...options, onProgress: (done) => progress.update(images + done, 'and back') });
    await checkSame(x, again);
    return { images, bytes: bytes.length, ideal: await idealOf(vae, test.take(images)) };
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  } finally {
    progress.stop();
    tf.dispose([x, ...(again ? [again] : [])]);
  }
}

async function idealOf(vae: Vae, images: Dataset): Promise<number> {
  let nats = 0;
  for (let round = 0; round < rounds; round++)
    nats -= (await boundsOf(vae, images, round)).reduce((sum, bound) => sum + bound, 0) / rounds;
  return nats / Math.LN2 / 8;
}

async function checkSame(x: tf.Tensor, again: tf.Tensor): Promise<void> {
  const [wanted, got] = await Promise.all([x.data(), again.data()]);
  const wrong = wanted.findIndex((value, i) => value !== got[i]);
  check(wrong === -1, 'corrupt-file', () => `images must come back as they were, but value ${wrong} is another: this is a bug`);
}
