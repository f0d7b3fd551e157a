import { NaiveMachine } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { startBackend } from '../../../../checks/browser/start-backend.ts';
import { PixelCnn } from '../../src/pixel-cnn.ts';
import { countReads } from '../count-reads.ts';

// What `measure-sampling.ts` asks of a page, about 16 images of 28x28 by the reference PixelCNN.

const [images, side] = [16, 28];

export async function start(backend: 'cpu' | 'webgl'): Promise<void> {
  tf.enableProdMode();
  if (backend === 'cpu') await startBackend();
  if (backend === 'webgl') await import('@tensorflow/tfjs-backend-webgl');
  if (!(await tf.setBackend(backend))) throw new Error(`${backend} did not start`);
}

/** Seconds of all images, the fastest of three times, and how often the backend was read. */
export async function sample(): Promise<{ seconds: number; reads: number }> {
  const model = new PixelCnn({ spec: { shape: [side, side, 1], domain: 'binary' } });
  const draw = async () => (await model.sample({ count: images, seed: 0 })).dispose();
  const reads = await countReads(draw);
  return { seconds: await fastest(3, draw), reads };
}

/** Seconds of one pixel of all images where the whole network is computed for it, and read. */
export async function naivePixel(): Promise<number> {
  const { network } = new PixelCnn({ spec: { shape: [side, side, 1], domain: 'binary' } });
  const machine = new NaiveMachine(network, { shape: [images, side, side, 1] });
  const compute = async () => void (await machine.parameters(0, 0));
  await compute(); // shaders are compiled
  return fastest(2, compute);
}

/** Seconds of the least that a pixel costs which is computed on the backend: one op on 64 channels, and its result read. */
export async function leastPixel(): Promise<number> {
  const pixels = tf.ones([images, 64]);
  const seconds = await fastest(5, async () => {
    for (let i = 0; i < 20; i++) {
      const next = tf.neg(pixels);
      await next.data();
      next.dispose();
    }
  });
  pixels.dispose();
  return seconds / 20;
}

async function fastest(runs: number, work: () => Promise<void>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const begin = performance.now();
    await work();
    least = Math.min(least, performance.now() - begin);
  }
  return least / 1000;
}
