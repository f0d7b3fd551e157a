import * as tf from '@tensorflow/tfjs-core';
import { GenmodelsError } from '../errors.ts';
import type { BatchSource, Objective } from '../model.ts';
import { pauser } from '../pause.ts';
import type { Rng } from '../rng.ts';
import type { Values } from './history.ts';
import { Meter } from './meter.ts';
import { keepValues } from './player.ts';
import { disposeBatch } from './step-batches.ts';

/** Mean losses and metrics of every objective over one pass, in 'infer' mode: no weight changes. Same rng, same figures. */
export async function validate(objectives: readonly Objective[], source: BatchSource, rng: Rng, step: number): Promise<Values> {
  const batches = source.stepsPerEpoch;
  if (batches === undefined) {
    throw new GenmodelsError(
      'invalid-argument',
      'a validation source must say how long a pass is (stepsPerEpoch); take a finite data set',
    );
  }
  const meter = new Meter();
  const rest = pauser();
  try {
    for (let i = 0; i < batches; i++) {
      const batch = await source.batch(i);
      try {
        for (const objective of objectives) meter.add(evaluate(objective, batch, rng.fork(i), { step, mode: 'infer' }));
      } finally {
        disposeBatch(batch);
      }
      await rest();
    }
    return await meter.take();
  } finally {
    meter.dispose();
  }
}

function evaluate(objective: Objective, ...given: Parameters<Objective['loss']>): Record<string, tf.Scalar> {
  let values: Record<string, tf.Scalar> = {};
  tf.tidy(() => {
    const { loss, metrics } = objective.loss(...given);
    values = keepValues(objective.name, loss, metrics);
  });
  return values;
}
