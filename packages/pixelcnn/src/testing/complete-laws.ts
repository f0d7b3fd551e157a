import { createRng, type DataSpec } from '@genmodels/core';
import type { Law } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import { must } from './must.ts';
import { type PixelModelUnderTest, type TestedModel, withModel } from './pixel-model-under-test.ts';

/** What filling in holes keeps. */
export function completeLaws(subject: Required<PixelModelUnderTest>): Law[] {
  const each = (check: (model: TestedModel) => Promise<void>) => async () => {
    for (const spec of subject.specs) await withModel(subject, { spec }, check);
  };
  return [
    { name: 'completing keeps given pixels to the bit, and draws the others', run: each(keepsGiven) },
    {
      name: 'completing an image of which all is given gives it back, of which nothing is, a sample',
      run: each(keepsAllOrNothing),
    },
  ];
}

async function keepsGiven(model: TestedModel): Promise<void> {
  const [images, mask] = [await samples(model, 1), randomMask(model.spec)];
  const [first, again, other] = [
    await completed(model, images, mask, 2),
    await completed(model, images, mask, 2, 1),
    await completed(model, images, mask, 3),
  ];
  const [given, known] = [await images.data(), await mask.data()];
  tf.dispose([images, mask]);
  const isKnown = (value: number) => known[Math.floor(value / model.distribution.channels)] === 1;
  const wrong = given.findIndex((value, i) => isKnown(i) && !Object.is(value, first[i]));
  must(wrong < 0, () => `value ${wrong} is given and must stay ${given[wrong]}, got ${first[wrong]}`);
  must(
    first.some((value, i) => !isKnown(i) && value !== other[i]),
    () => 'another seed must fill the holes in another way',
  );
  must(
    first.every((value, i) => value === again[i]),
    () => 'images must be completed alike in batches of one',
  );
}

async function keepsAllOrNothing(model: TestedModel): Promise<void> {
  const [images, drawn] = [await samples(model, 1), await samples(model, 4)];
  const [height, width] = model.spec.shape as [number, number];
  for (const [mask, wanted] of [
    [tf.ones([height, width]), images],
    [tf.zeros([height, width]), drawn],
  ] as const) {
    const [got, expected] = [await completed(model, images, mask, 4), await wanted.data()];
    mask.dispose();
    const wrong = expected.findIndex((value, i) => !Object.is(value, got[i]));
    must(wrong < 0, () => `value ${wrong} must be ${expected[wrong]}, got ${got[wrong]}`);
  }
  tf.dispose([images, drawn]);
}

const count = 3;
/** So that a model that is sure of itself draws other pixels with another seed too. */
const temperature = 4;

function samples(model: TestedModel, seed: number): Promise<tf.Tensor4D> {
  return model.sample({ count, seed, temperature });
}

async function completed(model: TestedModel, images: tf.Tensor4D, mask: tf.Tensor, seed: number, batchSize = count) {
  const result = await model.complete(images, mask, { seed, batchSize, temperature });
  const values = Float32Array.from(await result.data());
  result.dispose();
  return values;
}

/** Another one for each image, about half of which is given. */
function randomMask({ shape }: DataSpec): tf.Tensor3D {
  return tf.tidy(() => tf.round(createRng(7).uniform<tf.Rank.R3>([count, shape[0]!, shape[1]!])));
}
