import { type Condition, createRng, parallelOps } from '@genmodels/core';
import type { Law } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import { conditionOf } from '../likelihood.ts';
import { openMachine } from '../open-machine.ts';
import type { PixelModel } from '../pixel-model.ts';
import { compareMachine, type KnownImages } from './compare-machine.ts';
import { randomImages } from './image-space.ts';
import { type PixelModelUnderTest, withModel } from './pixel-model-under-test.ts';
import { type Conditioning, randomCondition } from './random-condition.ts';

/** Sampling remembers instead of computing anew: that must show nowhere. */
export function machineLaw(subject: Required<PixelModelUnderTest>): Law {
  return {
    name: 'fed the same pixels, what is remembered gives the parameters and draws of what is computed anew',
    run: async () => {
      for (const spec of subject.specs) {
        for (const [count, given] of cases) {
          await withModel(subject, { spec, ...given }, (model) => remembersAll(model, count, given));
        }
      }
    },
  };
}

const cases: readonly (readonly [count: number, Conditioning])[] = [
  [1, {}],
  [4, {}],
  [1, { classes: 3 }],
  [4, { mapChannels: 2 }],
  [4, { classes: 3, mapChannels: 1 }],
];

/** Computed anew for all pixels at once, as none of them sees what the machine is not told yet: another law. */
export async function remembersAll(model: PixelModel, count: number, given: Conditioning = {}): Promise<void> {
  const condition = randomCondition(model.spec, given, count);
  const machine = await openMachine(model, { count, condition });
  try {
    await compareMachine(model, machine, await knownImages(model, count, condition));
  } finally {
    machine.dispose();
    condition.map?.dispose();
  }
}

async function knownImages(model: PixelModel, count: number, { labels, map }: Condition): Promise<KnownImages> {
  const images = randomImages(model.spec, count, createRng(5));
  const parameters = tf.tidy(() => {
    const given = { ...(labels && { labels: tf.tensor1d(Array.from(labels), 'int32') }), ...(map && { map }) };
    return model.network.apply(parallelOps(), images, conditionOf(model, given, count));
  });
  const known = { images: await images.array(), parameters: await parameters.array() };
  tf.dispose([images, parameters]);
  return known;
}
