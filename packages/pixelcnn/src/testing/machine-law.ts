import { type Condition, createRng, parallelOps } from '@genmodels/core';
import type { Law } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import { conditionOf } from '../likelihood.ts';
import { type MachineWishes, openMachine } from '../open-machine.ts';
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
        for (const each of cases) await withModel(subject, { spec, ...each.given }, (model) => remembersAll(model, each));
      }
    },
  };
}

interface ImagesToCompare {
  readonly count: number;
  readonly given?: Conditioning;
  /** Whether the slow machine is to give the same too, which takes as many passes as there are values. @default true */
  readonly slow?: boolean;
}

const cases: readonly ImagesToCompare[] = [
  { count: 1 },
  { count: 4, slow: false },
  { count: 1, given: { classes: 3 }, slow: false },
  { count: 4, given: { mapChannels: 2 }, slow: false },
  { count: 4, given: { classes: 3, mapChannels: 1 } },
];

/** Computed anew for all pixels at once, and by the slow machine for each in its turn, when the later ones are not known yet. */
export async function remembersAll(model: PixelModel, { count, given = {}, slow = true }: ImagesToCompare): Promise<void> {
  const condition = randomCondition(model.spec, given, count);
  try {
    const known = await knownImages(model, count, condition);
    await mustGive(known, model, { count, condition });
    if (slow) await mustGive(known, model, { count, condition, incremental: false });
  } finally {
    condition.map?.dispose();
  }
}

async function mustGive(known: KnownImages, model: PixelModel, wishes: MachineWishes): Promise<void> {
  const machine = await openMachine(model, wishes);
  try {
    await compareMachine(model, machine, known);
  } finally {
    machine.dispose();
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
