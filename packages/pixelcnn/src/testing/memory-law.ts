import type { Law } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import { must } from './must.ts';
import { type PixelModelUnderTest, type TestedModel, withModel } from './pixel-model-under-test.ts';

/** Whatever is done with a model, and however it ends. */
export function memoryLaw(subject: Required<PixelModelUnderTest>): Law {
  return {
    name: 'log p(x), samples, rows and completions leave no tensor behind, on success, break, abort and error',
    run: async () => {
      for (const spec of subject.specs) await withModel(subject, { spec, mapChannels: 1 }, leavesNothing);
    },
  };
}

async function leavesNothing(model: TestedModel): Promise<void> {
  const [height, width] = model.spec.shape as [number, number];
  const map = tf.zeros<tf.Rank.R4>([2, height, width, 1]);
  const options = { count: 2, seed: 0, batchSize: 1, condition: { map } };
  const x = await model.sample(options);
  const mask = tf.zeros([height, width]);
  const before = tf.memory().numTensors;
  const halfway = () => {
    const controller = new AbortController();
    return { ...options, signal: controller.signal, onProgress: () => controller.abort() };
  };
  const steps: Readonly<Record<string, () => Promise<unknown>>> = {
    logProb: async () => model.logProb(x, { map }).dispose(),
    sample: async () => (await model.sample(options)).dispose(),
    'a sample that is aborted': () => mustReject(model.sample(halfway())),
    'rows until break': () => takeRow(model.sampleRows(options)),
    'slow rows until break': () => takeRow(model.sampleRows({ ...options, incremental: false })),
    'rows until abort': () => mustReject(abortAfterRow(model, options)),
    complete: async () => (await model.complete(x, mask, options)).dispose(),
    'a completion that is aborted': () => mustReject(model.complete(x, mask, halfway())),
    'a completion without its condition': () => mustReject(model.complete(x, mask, { seed: 0 })),
  };
  for (const [name, run] of Object.entries(steps)) {
    await run();
    const left = tf.memory().numTensors - before;
    must(left === 0, () => `${name} must leave no tensor behind, got ${left}`);
  }
  tf.dispose([map, x, mask]);
}

async function takeRow(rows: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of rows) break;
}

/** Takes one row, aborts, and asks for the next. */
async function abortAfterRow(model: TestedModel, options: Parameters<TestedModel['sampleRows']>[0]): Promise<void> {
  const controller = new AbortController();
  for await (const _ of model.sampleRows({ ...options, signal: controller.signal })) controller.abort();
}

async function mustReject(promise: Promise<unknown>): Promise<void> {
  const done = await promise.then(
    () => true,
    () => false,
  );
  must(!done, () => 'what is aborted, or lacks its condition, must reject');
}
