import { type Mean, meanOf } from '../likelihood/mean.ts';
import type { Evaluation as PixelcnnEvaluation } from '../train-pixelcnn/evaluation.ts';
import type { Evaluation as VaeEvaluation } from '../train-vae/evaluation.ts';

/** How well two models explain the same images, which neither has seen: -log p(x) in nats an image; lower is better. */
export interface Comparison {
  /** The VAE's upper bound, its negative ELBO. */
  readonly bound: Mean;
  /** The VAE's, by importance sampling. */
  readonly estimate: Mean;
  /** The PixelCNN's. */
  readonly exact: Mean;
  /** By how much the estimate of an image is above the exact value: less uncertain than either, because both find the same images hard. */
  readonly difference: Mean;
}

type Found = Pick<PixelcnnEvaluation, 'perImage'>;
type FoundByVae = Pick<VaeEvaluation, 'perImage' | 'negativeElbo'>;

/** Of two evaluations on the same images. */
export function compare({ negativeElbo: bound, perImage: estimates }: FoundByVae, { perImage: exact }: Found): Comparison {
  return {
    bound,
    estimate: meanOf(estimates),
    exact: meanOf(exact),
    difference: meanOf(exact.map((nats, image) => estimates[image]! - nats)),
  };
}
