import type { Dataset } from '@genmodels/datasets';
import { type LatentHealth, latentHealth, type Vae } from '@genmodels/vae';
import { boundsOf } from '../likelihood/bounds.ts';
import { estimateNats } from '../likelihood/estimate-nats.ts';
import { classesOf } from '../likelihood/in-order.ts';
import { isDiscrete } from '../likelihood/is-discrete.ts';
import { type Mean, meanOf } from '../likelihood/mean.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Coded, codeImages } from './coded.ts';
import type { TrainVaeOptions } from './options.ts';

/** How well the model explains images that it has never seen, in nats an image; lower is better. Given their classes, where it is told them. */
export interface Evaluation {
  /** The upper bound on -log p(x), on all test images. */
  readonly negativeElbo: Mean;
  /** What z says of them; of one example alone there is nothing to say. */
  readonly health?: LatentHealth;
  /** -log p(x) by importance sampling, on the first test images; absent where Ctrl-C came before. */
  readonly negativeLogLikelihood?: Estimate;
  /** The same of each image that there was time for. */
  readonly perImage: readonly number[];
  /** The first test images as a file; absent where none are asked for, where p(x given z) is a density, or Ctrl-C came before. */
  readonly coded?: Coded;
}

/** A mean of values that are estimated from draws of z. */
export interface Estimate extends Mean {
  /** The standard error of the estimate of an image over other draws, in the mean. */
  readonly drawError: number;
}

type EvaluationOptions = Pick<TrainVaeOptions, 'likelihood-images' | 'likelihood-samples' | 'compress-images'>;

export async function evaluate(
  vae: Vae,
  test: Dataset,
  options: EvaluationOptions,
  surroundings: Surroundings,
): Promise<Evaluation> {
  const { 'likelihood-images': measured, 'likelihood-samples': samples, 'compress-images': compressed } = options;
  const bounds = await boundsOf(vae, test);
  const health = test.length > 1 ? await healthOf(vae, test) : undefined;
  if (health?.warning) surroundings.terminal.say(health.warning);
  const some = test.take(Math.min(test.length, measured));
  const { nats, errors } = await estimateNats(vae, some, samples, surroundings);
  const coding = compressed > 0 && isDiscrete(test.spec);
  const coded = coding ? await codeImages(vae, test, compressed, surroundings) : undefined;
  return {
    negativeElbo: meanOf(bounds.map((bound) => -bound)),
    ...(health && { health }),
    ...(nats.length > 0 && { negativeLogLikelihood: { ...meanOf(nats), drawError: meanOf(errors).value } }),
    perImage: nats,
    ...(coded && { coded }),
  };
}

async function healthOf(vae: Vae, test: Dataset): Promise<LatentHealth> {
  const indices = Array.from({ length: test.length }, (_, i) => i);
  const x = test.examples(indices);
  return latentHealth(vae, x, classesOf(vae, test, indices)).finally(() => x.dispose());
}
