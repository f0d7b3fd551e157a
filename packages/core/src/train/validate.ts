import * as tf from '@tensorflow/tfjs-core';
import type { Objective } from '../model.ts';
import { pauser } from '../pause.ts';
import type { Rng } from '../rng.ts';
import type { FiniteSource } from './fit-options.ts';
import type { Values } from './history.ts';
import { Meter } from './meter.ts';
import { keepValues } from './player.ts';
import { disposeBatch } from './step-batches.ts';

/**
 * Mean losses and metrics of every objective over one pass, in 'infer' mode: no weight changes. Each example counts alike, those
 * of a smaller last batch too. Same rng, same figures.
 */
export async function validate(objectives: readonly Objective[], source: FiniteSource, rng: Rng, step: number): Promise<Values> {
  const meter = new Meter();
  const rest = pauser();
  try {
    for (let i = 0; i < source.stepsPerEpoch; i++) {
      const batch = await source.batch(i);
      try {
        for (const objective of objectives) {
          meter.add(evaluate(objective, batch, rng.fork(i).fork(objective.name), { step, mode: 'infer' }), batch.x.shape[0]);
        }
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
