import { createRng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { GanGenerator } from '../../src/gan-generator.ts';
import { dcganGenerator } from '../../src/networks/dcgan-generator.ts';

// What `measure-frames.ts` asks of a page, about one image of 28x28 by the generator of a DCGAN.

export async function start(backend: 'simd' | 'webgl'): Promise<boolean> {
  tf.enableProdMode();
  if (backend === 'webgl') await import('@tensorflow/tfjs-backend-webgl');
  else (await import('@genmodels/backend-simd')).registerSimdBackend();
  return tf.setBackend(backend);
}

/** Milliseconds of a frame, the median of many: a code made, an image generated and read. */
export async function frame(frames: number): Promise<number> {
  const network = dcganGenerator();
  const generator = new GanGenerator({ spec: { shape: [28, 28, 1], domain: 'unit' }, network });
  const times: number[] = [];
  for (let i = 0; i < frames; i++) {
    const begin = performance.now();
    const z = createRng(i).normal<tf.Rank.R2>([1, generator.config.latent]);
    const image = generator.generate(z);
    await image.data();
    tf.dispose([z, image]);
    times.push(performance.now() - begin);
  }
  generator.dispose();
  return times.sort((a, b) => a - b)[Math.floor(frames / 2)]!;
}
