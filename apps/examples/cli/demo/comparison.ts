import type { Dataset } from '@genmodels/datasets';
import type { Vae } from '@genmodels/vae';
import { exactNats } from '../likelihood/exact-nats.ts';
import { type Mean, meanOf } from '../likelihood/mean.ts';
import type { Surroundings } from '../surroundings.ts';
import type { PixelcnnModel } from '../train-pixelcnn/models.ts';
import { boundsOf, estimateLogLikelihood } from '../train-vae/evaluation.ts';

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

/** What is compared. `samples` are draws of z an image, for the estimate. */
export interface Contest {
  readonly vae: Vae;
  readonly pixelcnn: PixelcnnModel;
  readonly test: Dataset;
  readonly samples: number;
}

/** Gives nothing where Ctrl-C comes before the end. */
export async function compare(contest: Contest, surroundings: Surroundings): Promise<Comparison | undefined> {
  const { vae, pixelcnn, test, samples } = contest;
  const { terminal, signal } = surroundings;
  const bounds = await boundsOf(vae, test);
  const estimates = await estimateLogLikelihood(vae, test, samples, surroundings);
  const progress = terminal.progress({ total: test.length, unit: 'images' });
  const onProgress = (done: number) => progress.update(done, 'log p(x), exact');
  const exact = await exactNats(pixelcnn, test, { signal, onProgress }).finally(() => progress.stop());
  if (signal.aborted) return undefined;
  return {
    bound: meanOf(bounds.map((value) => -value)),
    estimate: meanOf(estimates.map((value) => -value)),
    exact: meanOf(exact),
    difference: meanOf(exact.map((value, i) => -estimates[i]! - value)),
  };
}
