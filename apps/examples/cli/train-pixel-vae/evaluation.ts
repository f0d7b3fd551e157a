import type { Dataset } from '@genmodels/datasets';
import type { PixelVae } from '@genmodels/vae';
import { estimateNats } from '../likelihood/estimate-nats.ts';
import { type Mean, meanOf } from '../likelihood/mean.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Bound, measureBound } from './bound.ts';
import type { TrainPixelVaeOptions } from './options.ts';

/** How well the model explains images that it has never seen, in nats an image; lower is better. */
export interface Evaluation extends Bound {
  /** -log p(x) by importance sampling, on the first test images; absent where Ctrl-C came before. */
  readonly negativeLogLikelihood?: Mean;
}

type EvaluationOptions = Pick<TrainPixelVaeOptions, 'likelihood-images' | 'likelihood-samples'>;

export async function evaluate(
  model: PixelVae,
  test: Dataset,
  { 'likelihood-images': images, 'likelihood-samples': samples }: EvaluationOptions,
  surroundings: Surroundings,
): Promise<Evaluation> {
  const bound = await measureBound(model, test);
  if (surroundings.signal.aborted) return bound;
  const { nats } = await estimateNats(model, test.take(Math.min(test.length, images)), samples, surroundings);
  return { ...bound, ...(nats.length > 0 && { negativeLogLikelihood: meanOf(nats) }) };
}
