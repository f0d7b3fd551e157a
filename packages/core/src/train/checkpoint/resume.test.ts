import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../io/format/sha256.ts';
import { memoryFolder } from '../../io/places/memory-folder.ts';
import type { ByteFolder } from '../../io/places/storage.ts';
import type { BatchSource, Trainable } from '../../model.ts';
import { drawInteger } from '../../random/integers.ts';
import { createRng } from '../../rng.ts';
import { adam, adamW } from '../adam.ts';
import { fit } from '../fit.ts';
import type { FitOptions } from '../fit-options.ts';
import type { FitReport } from '../history.ts';
import { rmsProp } from '../rms-prop.ts';
import { cosine, exponential, warmUp } from '../schedule.ts';
import { sgd } from '../sgd.ts';
import { circle, NoisyCopy, Rivals } from '../toy-trainables.ts';

const steps = 16;

interface Outcome {
  readonly report: Omit<FitReport, 'resumed'>;
  /** Of the last checkpoint: weights, slots, averages, sums, history, to the bit. */
  readonly digest: string;
}

type Options = Partial<FitOptions>;

async function train(create: () => Trainable, options: Options, to: ByteFolder, source = circle): Promise<FitReport> {
  const model = create();
  try {
    return await fit(model, source, { steps, seed: 3, reportEvery: 7, checkpoint: { to, every: 5, resume: true }, ...options });
  } finally {
    model.dispose();
  }
}

/** Trains to the end and looks at what is there then. */
async function finish(create: () => Trainable, options: Options, to: ByteFolder): Promise<Outcome> {
  const { resumed, ...report } = await train(create, options, to);
  return { report, digest: await sha256(await to.file(report.checkpoint!.name).read()) };
}

/** A source that calls something before it gives the n-th batch. */
function before(n: number, act: () => void): BatchSource {
  let count = 0;
  return { ...circle, batch: (step) => (count++ === n && act(), circle.batch(step)) };
}

const validation = { source: { ...circle, stepsPerEpoch: 2 }, every: 4 };
const runs: Record<string, [create: () => Trainable, options: Options]> = {
  'adam, averages, accumulated batches': [() => new NoisyCopy(), { optimizer: adam({ learningRate: 0.05 }), ema: 0.9, accumulate: 2 }],
  'adamW, cosine, bounded gradients': [() => new NoisyCopy(), { optimizer: adamW(), schedule: warmUp(6, cosine()), clipNorm: 0.3 }],
  'rmsProp, exponential, validation': [() => new NoisyCopy(), { optimizer: rmsProp(), schedule: exponential({ rate: 0.5, every: 9 }), validation }],
  'momentum, frozen part': [() => new NoisyCopy(), { optimizer: sgd({ momentum: 0.9, nesterov: true }), freeze: ['encoder'] }],
  'plain sgd, read at every step': [() => new NoisyCopy(), { optimizer: sgd({ learningRate: 0.1 }), reportEvery: 1 }],
  'two players, an optimizer each': [
    () => new Rivals(),
    { optimizer: { critic: rmsProp({ learningRate: 0.05 }), generator: adam({ beta1: 0.5 }) }, accumulate: 2, ema: 0.99, validation },
  ],
};

describe.each(['simd', 'cpu'])('on %s a run that is interrupted and resumed ends as one that never was', (backend) => {
  beforeAll(async () => void (await tf.setBackend(backend)));
  afterAll(async () => void (await tf.setBackend('simd')));

  test.each(Object.entries(runs))('%s', async (name, [create, options]) => {
    const { digest, report } = await finish(create, options, memoryFolder());
    const rng = createRng(1).fork(backend).fork(name);
    for (let trial = 0; trial < 3; trial++) {
      const to = memoryFolder();
      const stopped = await abortAt(drawInteger(2 * steps, rng), create, options, to);
      const resumed = await crashAt(drawInteger(steps, rng), create, options, to);
      expect(resumed, 'nothing is lost by an abort').toBe(stopped);
      const final = await finish(create, options, to);
      expect({ digest: final.digest, report: final.report }).toEqual({ digest, report });
    }
  });
});

/** Gives the steps done. */
async function abortAt(batch: number, create: () => Trainable, options: Options, to: ByteFolder): Promise<number> {
  const controller = new AbortController();
  const source = before(batch, () => controller.abort());
  return (await train(create, { ...options, signal: controller.signal }, to, source)).steps;
}

/** Goes on, and breaks in the middle of a step, unless the end comes first. Gives the step that it went on from. */
async function crashAt(batch: number, create: () => Trainable, options: Options, to: ByteFolder): Promise<number> {
  const crash = new Error('crash');
  const fail = () => {
    throw crash;
  };
  let from = 0;
  const callbacks = { onResume: ({ step }: { step: number }) => void (from = step) };
  await train(create, { ...options, callbacks }, to, before(batch, fail)).catch((error: unknown) => expect(error).toBe(crash));
  return from;
}
