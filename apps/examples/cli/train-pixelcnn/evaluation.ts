import type { Dataset } from '@genmodels/datasets';
import type { Score } from '@genmodels/metrics';
import { exactEstimator, exactNats } from '../likelihood/exact-nats.ts';
import { likelihoodScores } from '../likelihood/likelihood-scores.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Coded, codeImages } from './coded.ts';
import type { PixelcnnModel } from './models.ts';

/** How well the model explains images that it has never seen; all are exact. */
export interface Evaluation {
  readonly nats: Score;
  readonly bits: Score;
  /** -log p(x) of each image that there was time for, in nats. */
  readonly perImage: readonly number[];
  /** What the test images are as files of the model, on the first of them; absent where Ctrl-C came before. */
  readonly coded?: Coded;
}

/** -log p(x) of every test image, and the size of some as a file. `values` says what became of their pixels. */
export async function evaluate(
  model: PixelcnnModel,
  test: Dataset,
  values: string,
  { terminal, signal }: Surroundings,
): Promise<Evaluation> {
  const progress = terminal.progress({ total: test.length, unit: 'images' });
  const onProgress = (done: number) => progress.update(done, 'log p(x)');
  const perImage = await exactNats(model, test, { signal, onProgress }).finally(() => progress.stop());
  const found = { nats: perImage, estimator: exactEstimator(model), data: test.name, preprocessing: values };
  const scores = { ...(await likelihoodScores(found, test.spec)), perImage };
  return signal.aborted ? scores : { ...scores, coded: await codeImages(model, test, perImage) };
}
