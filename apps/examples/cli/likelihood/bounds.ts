import type { LabelCondition } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import type * as tf from '@tensorflow/tfjs-core';
import { inOrder } from './in-order.ts';
import type { MaybeConditional } from './labels-for.ts';
import { readValues } from './read-values.ts';

/** A VAE of any kind. */
export interface BoundedModel extends MaybeConditional {
  elbo(x: tf.Tensor, options: { readonly seed: number; readonly condition?: LabelCondition }): tf.Tensor1D;
}

/**
 * The evidence lower bound of each image in nats, from one draw of z each; given its class, of a model that is told it. `round` is a
 * number from 0: another one, another draw.
 */
export async function boundsOf(model: BoundedModel, images: Dataset, round = 0): Promise<number[]> {
  const bounds: number[] = [];
  for (const { x, first, condition } of inOrder(model, images, 250))
    bounds.push(...(await readValues(model.elbo(x, { seed: first + round * images.length, ...(condition && { condition }) }))));
  return bounds;
}
