import { sizeOf } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import type { Colorizer } from '../../colorization/colorizer.ts';
import { exactNats } from '../likelihood/exact-nats.ts';
import { type Mean, meanOf } from '../likelihood/mean.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Colorizers } from './both.ts';

/** What the chroma of test images costs, in nats an image; all exact. */
export interface Evaluation {
  /** -log p(chroma | grey) */
  readonly given: Mean;
  /** -log p(chroma) */
  readonly alone: Mean;
  /** By how much the second is greater, image by image. */
  readonly gain: Mean;
  /** Numbers of chroma in an image. */
  readonly values: number;
}

export async function evaluate({ given, alone }: Colorizers, test: Dataset, surroundings: Surroundings): Promise<Evaluation> {
  const [seen, unseen] = [await natsOf(given, test, surroundings), await natsOf(alone, test, surroundings)];
  return {
    given: meanOf(seen),
    alone: meanOf(unseen),
    gain: meanOf(unseen.map((nats, i) => nats - seen[i]!)),
    values: sizeOf(given.model.spec.shape),
  };
}

async function natsOf(colorizer: Colorizer, test: Dataset, { terminal }: Surroundings): Promise<number[]> {
  const progress = terminal.progress({ total: test.length, unit: 'images' });
  const onProgress = (done: number) => progress.update(done, 'log p(chroma)');
  return exactNats(colorizer, test, { onProgress }).finally(() => progress.stop());
}
