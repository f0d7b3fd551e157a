import { pauseOrAbort } from '../pause-or-abort.ts';
import type { Examples } from './examples.ts';
import type { ExtractOptions } from './extract-options.ts';
import { featureBatches, originOf } from './feature-batches.ts';
import { checkMoments, type Moments } from './moments.ts';
import { MomentsAccumulator } from './moments-accumulator.ts';

/**
 * The mean and the covariance of the features of all examples, for sets whose features do not fit into memory: it holds width² numbers
 * and one batch. Tensors of an iterable are disposed after use. Rejects with the signal's reason when aborted, and leaves no tensor
 * behind.
 */
export async function extractMoments(examples: Examples, options: ExtractOptions): Promise<Moments> {
  let accumulator: MomentsAccumulator | undefined;
  for await (const { values, shape } of featureBatches(examples, options)) {
    accumulator ??= new MomentsAccumulator(shape[1], pauseOrAbort(options.signal));
    await accumulator.add(values);
  }
  const moments = await finish(accumulator!, originOf(examples, options));
  checkMoments(moments, 'examples');
  return moments;
}

async function finish(accumulator: MomentsAccumulator, origin: Moments['origin']): Promise<Moments> {
  const covariance = await accumulator.covariance();
  const { mean, length, width } = accumulator;
  return { mean, covariance, length, width, origin };
}
