import type { Dataset } from '@genmodels/datasets';
import type { ImportanceOptions, LogLikelihoodEstimate } from '@genmodels/vae';
import type * as tf from '@tensorflow/tfjs-core';
import type { Surroundings } from '../surroundings.ts';
import { inOrder } from './in-order.ts';
import type { MaybeConditional } from './labels-for.ts';
import { readValues } from './read-values.ts';

/** A VAE of any kind. */
interface EstimatingModel extends MaybeConditional {
  estimateLogLikelihood(x: tf.Tensor, options: ImportanceOptions): Promise<LogLikelihoodEstimate>;
}

/** -log p(x) of some images in nats, each with the standard error that it has over other draws of z. */
interface Estimates {
  readonly nats: readonly number[];
  readonly errors: readonly number[];
}

/** -log p(x) of the images in nats, from so many draws of z each; of fewer images where Ctrl-C comes before the end. */
export async function estimateNats(
  model: EstimatingModel,
  images: Dataset,
  samples: number,
  { terminal, signal }: Surroundings,
): Promise<Estimates> {
  const nats: number[] = [];
  const errors: number[] = [];
  const progress = terminal.progress({ total: images.length, unit: 'images' });
  try {
    for (const { x, first, condition } of inOrder(model, images, 10)) {
      if (signal.aborted) break;
      const estimate = await model.estimateLogLikelihood(x, { samples, seed: first, ...(condition && { condition }) });
      nats.push(...(await readValues(estimate.value)).map((value) => -value));
      errors.push(...(await readValues(estimate.standardError)));
      progress.update(nats.length, `log p(x), ${samples} samples an image`);
    }
    return { nats, errors };
  } finally {
    progress.stop();
  }
}
