import type { DataSpec } from '@genmodels/core';
import { type Law, samplerLaws } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import { levelsOf } from './image-space.ts';
import { must } from './must.ts';
import { type PixelModelUnderTest, type TestedModel, withModel } from './pixel-model-under-test.ts';
import { type Conditioning, randomCondition } from './random-condition.ts';

/** What samples are, however they are drawn. */
export function samplingLaws({ create, specs }: Required<PixelModelUnderTest>): Law[] {
  const spec = specs[0]!;
  const cases = [...specs.map((one) => [one, {}] as const), ...conditionings.map((given) => [spec, given] as const)];
  return [
    ...samplerLaws({ create: () => create({ spec, seed: 1 }), spec }),
    ...cases.map(([one, given]) => drawsAlikeLaw({ create }, one, given)),
  ];
}

const conditionings: readonly Conditioning[] = [{ classes: 3 }, { classes: 3, mapChannels: 2 }];

function drawsAlikeLaw(subject: PixelModelUnderTest, spec: DataSpec, given: Conditioning): Law {
  const images = `${spec.shape.join(' x ')} in ${levelsOf(spec)} levels${given.classes ? ', of classes' : ''}${given.mapChannels ? ' and maps' : ''}`;
  return {
    name: `${images}: the incremental sampler draws what the slow one draws, and rows are the same images`,
    run: () => withModel(subject, { spec, ...given }, (model) => drawsAlike(model, given)),
  };
}

/** To the bit. */
export async function drawsAlike(model: TestedModel, given: Conditioning = {}): Promise<void> {
  const sampling = { count: 4, seed: 7, condition: randomCondition(model.spec, given, 4) };
  const before = tf.memory().numTensors;
  const [fast, slow] = [await model.sample(sampling), await model.sample({ ...sampling, incremental: false })];
  mustBeSame(await fast.data(), await slow.data(), 'what is drawn fast');
  for await (const { row, values } of model.sampleRows(sampling)) {
    const wanted = tf.slice(slow, [0, row], [-1, 1]);
    mustBeSame(values, await wanted.data(), `row ${row}`);
    wanted.dispose();
  }
  tf.dispose([fast, slow]);
  const left = tf.memory().numTensors - before;
  must(left === 0, () => `drawing must leave no tensor behind, got ${left}`);
  sampling.condition.map?.dispose();
}

function mustBeSame(got: ArrayLike<number>, wanted: ArrayLike<number>, what: string): void {
  must(got.length === wanted.length, () => `${what} must be ${wanted.length} numbers, got ${got.length}`);
  const wrong = Array.from(wanted).findIndex((value, i) => !Object.is(value, got[i]));
  must(wrong < 0, () => `number ${wrong} of ${what} must be ${wanted[wrong]}, got ${got[wrong]}`);
}
