import { type Condition, createRng, type DataSpec } from '@genmodels/core';
import type { Law } from '@genmodels/core/testing';
import type * as tf from '@tensorflow/tfjs-core';
import type { PixelOptions } from '../config.ts';
import { openMachine } from '../open-machine.ts';
import { compareMachines } from './compare-machines.ts';
import { type PixelModelUnderTest, type TestedModel, withModel } from './pixel-model-under-test.ts';

/** Sampling remembers instead of computing anew: that must show nowhere. */
export function machineLaw(subject: Required<PixelModelUnderTest>): Law {
  return {
    name: 'fed the same pixels, what is remembered gives the parameters and draws of what is computed anew',
    run: async () => {
      for (const spec of subject.specs) {
        for (const [count, given] of cases) {
          await withModel(subject, { spec, ...given }, (model) => mustAgree(model, count, conditionFor(spec, count, given)));
        }
      }
    },
  };
}

type Conditioning = Pick<PixelOptions, 'classes' | 'mapChannels'>;

const cases: readonly (readonly [count: number, Conditioning])[] = [
  [1, {}],
  [4, {}],
  [1, { classes: 3 }],
  [4, { mapChannels: 2 }],
  [4, { classes: 3, mapChannels: 1 }],
];

async function mustAgree(model: TestedModel, count: number, condition: Condition): Promise<void> {
  const wishes = { count, condition };
  const [fast, slow] = [await openMachine(model, wishes), await openMachine(model, { ...wishes, incremental: false })];
  try {
    await compareMachines(model, { fast, slow, count });
  } finally {
    fast.dispose();
    slow.dispose();
    condition.map?.dispose();
  }
}

function conditionFor({ shape }: DataSpec, count: number, { classes, mapChannels }: Conditioning): Condition {
  const [height, width] = shape as [number, number];
  return {
    ...(classes && { labels: Array.from({ length: count }, (_, image) => (image + 1) % classes) }),
    ...(mapChannels && { map: createRng(6).uniform<tf.Rank.R4>([count, height, width, mapChannels]) }),
  };
}
