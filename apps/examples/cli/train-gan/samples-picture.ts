import { toPng } from '@genmodels/datasets';
import type { Gan } from '@genmodels/gan';
import * as tf from '@tensorflow/tfjs-core';
import { drawExamples, toFile } from '../data/draw-examples.ts';
import { inRow } from '../training/class-rows.ts';
import type { ConditionalData } from '../training/conditional-data.ts';
import { samplesOf } from '../training/sample-count.ts';

/** Samples: of images a row for each class that the model knows; of points on as many training examples, in another colour. */
export async function drawSamplesPicture(gan: Gan, { examples, train }: ConditionalData, seed: number): Promise<Uint8Array> {
  const asked = samplesOf(examples, gan.config.classes);
  const samples = await gan.sample({ ...asked, seed });
  if (examples === 'points') return drawOnData(samples, train.take(Math.min(asked.count, train.length)));
  return toFile(samples, examples, examples === 'images' ? inRow : undefined);
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
