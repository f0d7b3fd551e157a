import type { Dataset } from '@genmodels/datasets';
import { type EncodingModel, latentHealth } from '@genmodels/vae';
import { type BoundedModel, boundsOf } from '../likelihood/bounds.ts';
import { type Mean, meanOf } from '../likelihood/mean.ts';

/** The bound on -log p(x) on images that were never seen, in nats an image, and what z has of it. */
export interface Bound {
  readonly negativeElbo: Mean;
  /** Mean KL(q(z given x) || N(0, I)): what z says of an image. */
  readonly kl: number;
  /** What part of the negative ELBO that is. */
  readonly klShare: number;
}

/** On all images, from one draw of z each. */
export async function measureBound(model: EncodingModel & BoundedModel, images: Dataset): Promise<Bound> {
  const negativeElbo = meanOf((await boundsOf(model, images)).map((bound) => -bound));
  const all = images.examples(Array.from({ length: images.length }, (_, i) => i));
  const { kl } = await latentHealth(model, all).finally(() => all.dispose());
  return { negativeElbo, kl, klShare: kl / negativeElbo.value };
}
