import { toPng } from '@genmodels/datasets';
import type { Gan } from '@genmodels/gan';
import * as tf from '@tensorflow/tfjs-core';
import { drawExamples, toFile } from '../data/draw-examples.ts';
import { sampleCount } from '../train-vae/pictures.ts';
import { givenLabels, inRow, sampleRowsOf } from '../training/class-rows.ts';
import type { ConditionalData } from '../training/conditional-data.ts';

/** Samples: of images a row for each class that the model knows; of points on as many training examples, in another colour. */
export async function drawSamplesPicture(gan: Gan, { examples, train }: ConditionalData, seed: number): Promise<Uint8Array> {
  const { classes } = gan.config;
  if (examples === 'images') {
    const count = sampleRowsOf(classes) * inRow;
    const labels = givenLabels(classes, count, (i) => Math.floor(i / inRow));
    return toFile(await gan.sample({ count, seed, ...labels }), examples, inRow);
  }
  const count = sampleCount(examples);
  const samples = await gan.sample({ count, seed, ...givenLabels(classes, count, (i) => i % classes) });
  return examples === 'points' ? drawOnData(samples, train.take(Math.min(count, train.length))) : toFile(samples, examples);
}

/** Takes the samples over: disposes them. */
async function drawOnData(samples: tf.Tensor, data: ConditionalData['train']): Promise<Uint8Array> {
  const both = tf.tidy(() => tf.concat([data.examples(upTo(data.length)), samples]));
  try {
    const labels = upTo(both.shape[0]!).map((i) => (i < data.length ? 0 : 1));
    return toPng(await drawExamples(both, 'points', { labels }));
  } finally {
    tf.dispose([both, samples]);
  }
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
