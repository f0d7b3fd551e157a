import { klToStandardNormal } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import type { Vae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { type Mean, meanOf } from '../likelihood/mean.ts';
import type { Surroundings } from '../surroundings.ts';
import type { TrainVaeOptions } from './options.ts';

/** How well the model explains images that it has never seen, in nats an image; lower is better. */
export interface Evaluation {
  /** The upper bound on -log p(x), on all test images. */
  readonly negativeElbo: Mean;
  /** Mean KL(q(z given x) || N(0, I)): what z says about the image. */
  readonly kl: Mean;
  /** -log p(x) by importance sampling, on the first test images; absent where Ctrl-C came before. */
  readonly negativeLogLikelihood?: Mean;
  /** The same of each image that there was time for. */
  readonly perImage: readonly number[];
}

type EvaluationOptions = Pick<TrainVaeOptions, 'likelihood-images' | 'likelihood-samples'>;

export async function evaluate(
  vae: Vae,
  test: Dataset,
  options: EvaluationOptions,
  surroundings: Surroundings,
): Promise<Evaluation> {
  const bounds = await boundsOf(vae, test);
  const divergences: number[] = [];
  for (const { x } of inOrder(test, 250)) divergences.push(...(await read(klOf(vae, x))));
  const some = test.take(Math.min(test.length, options['likelihood-images']));
  const perImage = await estimate(vae, some, options['likelihood-samples'], surroundings);
  return {
    negativeElbo: meanOf(bounds.map((bound) => -bound)),
    kl: meanOf(divergences),
    ...(perImage.length > 0 && { negativeLogLikelihood: meanOf(perImage) }),
    perImage,
  };
}

/** The evidence lower bound of each image in nats, from one draw of z each. */
export async function boundsOf(vae: Vae, images: Dataset): Promise<number[]> {
  const bounds: number[] = [];
  for (const { x, first } of inOrder(images, 250)) bounds.push(...(await read(vae.elbo(x, { seed: first }))));
  return bounds;
}

/** -log p(x) of each image in nats, or of fewer where Ctrl-C comes before the end. */
async function estimate(vae: Vae, test: Dataset, samples: number, { terminal, signal }: Surroundings): Promise<number[]> {
  const nats: number[] = [];
  const progress = terminal.progress({ total: test.length, unit: 'images' });
  try {
    for (const { x, first } of inOrder(test, 10)) {
      if (signal.aborted) break;
      const logLikelihood = await read(await vae.logLikelihood(x, { samples, seed: first }));
      nats.push(...Array.from(logLikelihood, (value) => -value));
      progress.update(nats.length, `log p(x), ${samples} samples an image`);
    }
    return nats;
  } finally {
    progress.stop();
  }
}

/** The images in their order, `size` at a time, with the place of each batch's first. Disposes each batch after its turn. */
function* inOrder(data: Dataset, size: number): Generator<{ readonly x: tf.Tensor; readonly first: number }> {
  for (let first = 0; first < data.length; first += size) {
    const count = Math.min(size, data.length - first);
    const x = data.examples(Uint32Array.from({ length: count }, (_, i) => first + i));
    try {
      yield { x, first };
    } finally {
      x.dispose();
    }
  }
}

function klOf(vae: Vae, x: tf.Tensor): tf.Tensor1D {
  return tf.tidy(() => klToStandardNormal(vae.encode(x)));
}

/** The values of a tensor, which it disposes. */
async function read(tensor: tf.Tensor1D): Promise<Float32Array> {
  try {
    return (await tensor.data()) as Float32Array;
  } finally {
    tensor.dispose();
  }
}
