import { type Condition, checkLabels, openPixelMachine, type PixelMachine } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { conditionOf } from './likelihood.ts';
import type { PixelModel } from './pixel-model.ts';

export interface MachineWishes {
  readonly count: number;
  readonly condition?: Condition;
  readonly incremental?: boolean;
}

/** What computes the pixels of so many images, under their condition. The caller disposes it. */
export async function openMachine(
  model: PixelModel,
  { count, condition, incremental = true }: MachineWishes,
): Promise<PixelMachine> {
  const { spec, network, conditioner } = model;
  const [height, width, channels] = spec.shape as [number, number, number];
  const given = tf.tidy(() => {
    const { labels, map } = condition ?? {};
    const classes = conditioner?.classes;
    if (labels && classes) checkLabels(labels, classes.table.shape[0]);
    return conditionOf(
      model,
      { ...(labels && { labels: tf.tensor1d(Array.from(labels), 'int32') }), ...(map && { map }) },
      count,
    );
  });
  return openPixelMachine({
    network,
    shape: [count, height, width, channels],
    condition: given,
    ...(conditioner && { conditionSize: conditioner.size }),
    incremental,
  });
}
