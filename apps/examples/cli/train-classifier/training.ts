import { adamW } from '@genmodels/core';
import { type Augmentation, color, crop, flip, shift } from '@genmodels/datasets';
import type { Classifier } from '@genmodels/metrics';
import { decimal } from '../../report/numbers.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkpointsOf } from '../training/checkpoints.ts';
import { runTraining, type Training } from '../training/run-training.ts';
import type { LabelledData } from './data.ts';
import type { TrainClassifierOptions } from './options.ts';

/** Trains under a bar that shows the loss and how much is recognised. */
export function train(
  classifier: Classifier,
  data: LabelledData,
  options: TrainClassifierOptions,
  surroundings: Surroundings,
  checkpoint = checkpointsOf(options),
): Promise<Training> {
  const { augment, 'learning-rate': learningRate, 'weight-decay': weightDecay } = options;
  const task = {
    model: classifier,
    data,
    options,
    augment: augment.map(augmentationOf),
    optimizer: adamW({ learningRate, weightDecay }),
    checkpoint,
    note: ({ crossEntropy, 'crossEntropy/accuracy': accuracy }: Readonly<Record<string, number>>) =>
      `loss ${decimal(crossEntropy!)} nats, ${decimal(100 * accuracy!, 1)} % recognised`,
  };
  return runTraining(task, surroundings);
}

function augmentationOf(name: TrainClassifierOptions['augment'][number]): Augmentation {
  return { flip, shift, crop, color }[name]();
}
