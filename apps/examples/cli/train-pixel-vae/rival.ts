import { countParameters } from '@genmodels/core';
import type { PixelVae, Vae } from '@genmodels/vae';
import type { Surroundings } from '../surroundings.ts';
import type { Training, TrainingTask } from '../training/run-training.ts';
import { type Bound, measureBound } from './bound.ts';
import { train } from './training.ts';

/** Another model, trained on the same images for a comparison. */
export interface Rival extends Bound {
  readonly weights: number;
  readonly training: Training;
  readonly picture: Uint8Array;
}

/** Trains, measures and draws with a model, which it disposes. Nothing where Ctrl-C came before the end. */
export async function trainRival<M extends PixelVae | Vae>(
  model: M,
  task: Pick<TrainingTask, 'options' | 'validated'> & {
    readonly data: TrainingTask['data'] & { readonly test: TrainingTask['data']['train'] };
  },
  draw: (model: M) => Promise<Uint8Array>,
  surroundings: Surroundings,
): Promise<Rival | undefined> {
  try {
    const training = await train({ ...task, model }, surroundings);
    if (surroundings.signal.aborted) return undefined;
    const bound = await measureBound(model, task.data.test);
    return { ...bound, weights: countParameters(model), training, picture: await draw(model) };
  } finally {
    model.dispose();
  }
}
