import { type Batch, createRng, type DataSpec, load, type ModelKind, type Trainable, toBytes } from '@genmodels/core';
import { type Law, modelLaws } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import type { PixelOptions } from '../config.ts';
import { randomImages } from './image-space.ts';
import type { TestedModel } from './pixel-model-under-test.ts';

/** A model that is trained and stored. */
export interface TrainedModelUnderTest {
  create(options: PixelOptions): TestedModel & Trainable;
  /** Its class. */
  readonly Model: ModelKind<Trainable>;
  /** Whether training draws random numbers, as dropout does. @default false */
  readonly random?: boolean;
}

/** What training and files do with a model: of the first kind of images without classes, of the last one with two. */
export function trainingLaws({ create, Model, random = false }: TrainedModelUnderTest, specs: readonly DataSpec[]): Law[] {
  const cases = [
    [specs[0]!, 0],
    [specs.at(-1)!, 2],
  ] as const;
  return cases.flatMap(([spec, classes]) => {
    const laws = modelLaws<Trainable>({
      create: () => create({ spec, classes, seed: 1 }),
      rebuild: (config) => Model.fromConfig(config),
      save: toBytes,
      load: (bytes) => load(bytes, [Model]),
      source: { spec, stepsPerEpoch: 4, batch: (step) => randomBatch(spec, classes, step) },
      random,
    });
    return laws.map(({ name, run }) => ({ name: `of ${classes} classes: ${name}`, run }));
  });
}

function randomBatch(spec: DataSpec, classes: number, step: number): Batch {
  const x = randomImages(spec, 4, createRng(1).fork(step));
  return classes > 0 ? { x, labels: tf.tensor1d([0, 1, 1, 0], 'int32') } : { x };
}
