import type { Judgement } from '../evaluate/judge.ts';
import { judgeSamples } from '../evaluate/judge-samples.ts';
import { exactNats } from '../likelihood/exact-nats.ts';
import { type Mean, meanOf } from '../likelihood/mean.ts';
import type { Surroundings } from '../surroundings.ts';
import { type CodebookUse, codebookUse } from './codebook-use.ts';
import { type Kept, keptOf, reconstructAll } from './kept.ts';
import type { Models } from './models.ts';
import type { TrainVqVaeOptions } from './options.ts';

/** What was found out about codes, prior and samples, on images that neither model has seen. */
export interface Evaluation {
  readonly use: CodebookUse;
  readonly kept: Kept;
  /** -log p(codes) of an image in nats, exact; given its class, where the prior is told it. */
  readonly codes: Mean;
  /** Absent where we have no classifier for such pictures, or Ctrl-C came before. */
  readonly judgements?: Readonly<Record<'samples' | 'reconstructions' | 'training', Judgement>>;
}

export async function evaluate(models: Models, options: TrainVqVaeOptions, surroundings: Surroundings): Promise<Evaluation> {
  const { vqVae, data, codes } = models;
  const found = {
    use: await codebookUse(codes.test, options.entries),
    kept: await keptOf(vqVae, data.test),
    codes: meanOf(await natsOf(models, surroundings)),
  };
  try {
    const judgements = await judge(models, options, surroundings);
    return { ...found, ...(judgements && { judgements }) };
  } catch (error) {
    if (surroundings.signal.aborted) return found;
    throw error;
  }
}

/** Of the codes of each test image, or of fewer where Ctrl-C comes before the end. */
async function natsOf({ prior, codes }: Models, { terminal, signal }: Surroundings): Promise<number[]> {
  const progress = terminal.progress({ total: codes.test.length, unit: 'images' });
  const onProgress = (done: number) => progress.update(done, 'log p(codes)');
  return exactNats(prior, codes.test, { signal, onProgress }).finally(() => progress.stop());
}

/** Samples beside what the codes keep of test images, which no prior over them can surpass. */
async function judge(
  { vqVae, sampler, data }: Models,
  { 'evaluation-samples': count, seed }: TrainVqVaeOptions,
  surroundings: Surroundings,
): Promise<Evaluation['judgements']> {
  const reconstructions = reconstructAll(vqVae, data.test.take(Math.min(count, data.test.length)));
  try {
    return await judgeSamples(sampler, data, { count, seed }, surroundings, { reconstructions });
  } finally {
    reconstructions.dispose();
  }
}
