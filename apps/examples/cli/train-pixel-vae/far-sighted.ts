import type { Surroundings } from '../surroundings.ts';
import { lengthOf } from '../training/course.ts';
import type { TrainingData } from '../training/training-data.ts';
import { buildPixelVae, farSighted, reachOf } from './build-pixel-vae.ts';
import type { TrainPixelVaeOptions } from './options.ts';
import { drawReconstructions } from './pictures.ts';
import { type Rival, trainRival } from './rival.ts';

/** The same model with masked layers that see far, trained for as many steps. Nothing where the options or Ctrl-C say so. */
export async function trainFarSighted(
  data: TrainingData,
  options: TrainPixelVaeOptions,
  surroundings: Surroundings,
): Promise<Rival | undefined> {
  const { terminal, signal } = surroundings;
  if (!options.ablation || signal.aborted) return undefined;
  const far = farSighted(options);
  return terminal.chapter('Ablation', () => {
    terminal.say(
      `the same with masked layers that see ${reachOf(far)} pixels far instead of ${reachOf(options)}; ${lengthOf(options)}`,
    );
    const model = buildPixelVae(data.spec, far);
    return trainRival(model, { data, options }, () => drawReconstructions(model, data.test, options.seed), surroundings);
  });
}
