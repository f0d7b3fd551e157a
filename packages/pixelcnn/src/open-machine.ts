import { type Condition, checkLabels, createMachine, NaiveMachine, type PixelMachine } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { compileModel } from './compile-model.ts';
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
  const [height, width, channels] = model.spec.shape as [number, number, number];
  const given = tf.tidy(() => {
    const { labels, map } = condition ?? {};
    const classes = model.conditioner?.classes;
    if (labels && classes) checkLabels(labels, classes.table.shape[0]);
    return conditionOf(
      model,
      { ...(labels && { labels: tf.tensor1d(Array.from(labels), 'int32') }), ...(map && { map }) },
      count,
    );
  });
  if (!incremental) return naive(model, [count, height, width, channels], given);
  try {
    const program = await compileModel(model);
    return createMachine(program, { count, height, width, ...(given && { condition: (await given.data()) as Float32Array }) });
  } finally {
    given?.dispose();
  }
}

function naive(
  { network }: PixelModel,
  shape: readonly [number, number, number, number],
  condition: tf.Tensor4D | undefined,
): PixelMachine {
  const machine = new NaiveMachine(network, { shape, ...(condition && { condition }) });
  return Object.assign(machine, { dispose: () => condition?.dispose() });
}
