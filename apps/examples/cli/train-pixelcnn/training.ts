import { adam, countParameters, writeWeights } from '@genmodels/core';
import { decimal, whole } from '../../report/numbers.ts';
import { imagesAtATime } from '../likelihood/images-at-a-time.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkpointsOf } from '../training/checkpoints.ts';
import { runTraining, type Training } from '../training/run-training.ts';
import type { PixelcnnData } from './data.ts';
import type { PixelcnnModel } from './models.ts';
import type { TrainPixelcnnOptions } from './options.ts';

/** Trains under a bar that shows the loss. Where weights are averaged, the model holds the averages then. */
export async function train(
  model: PixelcnnModel,
  data: PixelcnnData,
  options: TrainPixelcnnOptions,
  surroundings: Surroundings,
): Promise<Training> {
  const { batch, epochs, steps, ema, seed, 'learning-rate': learningRate } = options;
  surroundings.terminal.say(`${whole(countParameters(model))} weights; ${lengthOf(options)}`);
  const task = {
    model,
    source: data.train.batches({ size: batch, seed }),
    batch,
    validation: data.validation,
    validationBatch: Math.min(batch, imagesAtATime(data.spec)),
    examples: data.examples,
    epochs,
    steps,
    ema,
    seed,
    optimizer: adam({ learningRate }),
    checkpoint: checkpointsOf(options),
    note: ({ likelihood }: Readonly<Record<string, number>>) => `${decimal(likelihood!)} nats`,
  };
  const training = await runTraining(task, surroundings);
  if (training.ema) writeWeights(model, training.ema); // what the last weights were is in the checkpoints
  return training;
}

/** '10 epochs', or '500 steps'. */
export function lengthOf({ epochs, steps }: Pick<TrainPixelcnnOptions, 'epochs' | 'steps'>): string {
  return steps > 0 ? `${whole(steps)} steps` : `${epochs} epochs`;
}
