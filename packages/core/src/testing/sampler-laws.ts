import * as tf from '@tensorflow/tfjs-core';
import { GenmodelsError } from '../errors.ts';
import type { DataSpec, SampleOptions, Sampler } from '../model.ts';
import { type Law, must, mustEqual, mustReject } from './law.ts';

export interface SamplerUnderTest {
  /** A new tiny model, the same at every call. */
  create(): Sampler & { dispose(): void };
  /** What its samples are. */
  readonly spec: DataSpec;
  /** Besides count and seed: a condition, say. */
  readonly options?: Partial<SampleOptions>;
}

/** What every model keeps that draws examples. */
export function samplerLaws(subject: SamplerUnderTest): Law[] {
  return [
    { name: 'samples have the shape and the range of the data', run: () => samplesFit(subject) },
    { name: 'the same seed gives the same samples, another seed others, and 0 is a seed', run: () => seedDecides(subject) },
    { name: 'samples do not depend on the batch size, up to rounding', run: () => batchSizeIsFree(subject) },
    { name: 'progress goes up to the count', run: () => progressEnds(subject) },
    { name: 'an abort rejects with the reason of the signal', run: () => abortRejects(subject) },
    { name: 'impossible counts, seeds and temperatures are refused', run: () => badOptionsAreRefused(subject) },
    { name: 'sampling leaves no tensor but the samples', run: () => samplingIsTidy(subject) },
  ];
}

async function samplesFit(subject: SamplerUnderTest): Promise<void> {
  const { shape, values } = await drawn(subject, { count: 3, seed: 0 });
  mustEqual(shape, [3, ...subject.spec.shape], 'the shape of 3 samples');
  must(values.every(Number.isFinite), () => 'samples must be finite');
  if (subject.spec.domain === 'real') return;
  must(
    values.every((value) => value >= 0 && value <= 1),
    () => 'samples must lie in [0, 1]',
  );
}

async function seedDecides(subject: SamplerUnderTest): Promise<void> {
  const [first, again, other] = await Promise.all([0, 0, 1].map((seed) => drawn(subject, { count: 2, seed })));
  mustEqual(again, first, 'a second draw with the same seed');
  must(
    first!.values.some((value, i) => value !== other!.values[i]),
    () => 'another seed must give other samples',
  );
}

async function batchSizeIsFree(subject: SamplerUnderTest): Promise<void> {
  const whole = await drawn(subject, { count: 5, seed: 0 });
  for (const batchSize of [1, 2, 3]) {
    const { values } = await drawn(subject, { count: 5, seed: 0, batchSize });
    const gap = Math.max(...values.map((value, i) => Math.abs(value - whole.values[i]!)));
    must(gap < 1e-4, () => `5 samples in batches of ${batchSize} must be those of one batch, got a difference of ${gap}`);
  }
}

async function progressEnds(subject: SamplerUnderTest): Promise<void> {
  const seen: number[] = [];
  await drawn(subject, { count: 5, seed: 0, batchSize: 2, onProgress: (done) => seen.push(done) });
  mustEqual(seen.at(-1), 5, 'the last progress for 5 samples');
  must(
    seen.every((done, i) => i === 0 || done > seen[i - 1]!),
    () => `progress must rise, got ${seen.join(', ')}`,
  );
}

async function abortRejects(subject: SamplerUnderTest): Promise<void> {
  const reason = new Error('enough');
  const error = await mustReject(
    () => drawn(subject, { count: 2, seed: 0, signal: AbortSignal.abort(reason) }),
    'sampling with an aborted signal',
  );
  must(error === reason, () => `the rejection must be the signal's reason, got ${String(error)}`);
}

async function badOptionsAreRefused(subject: SamplerUnderTest): Promise<void> {
  for (const options of [
    { count: 0, seed: 0 },
    { count: 1.5, seed: 0 },
    { count: 1, seed: -1 },
    { count: 1, seed: 0, temperature: -1 },
  ]) {
    const error = await mustReject(() => drawn(subject, options), `sampling with ${JSON.stringify(options)}`);
    must(
      error instanceof GenmodelsError,
      () => `the error for ${JSON.stringify(options)} must be a GenmodelsError, got ${String(error)}`,
    );
  }
}

async function samplingIsTidy(subject: SamplerUnderTest): Promise<void> {
  const before = tf.memory().numTensors;
  await drawn(subject, { count: 3, seed: 0, batchSize: 2 });
  await mustReject(() => drawn(subject, { count: 3, seed: 0, signal: AbortSignal.abort() }), 'sampling with an aborted signal');
  const controller = new AbortController();
  const halfway = { count: 3, seed: 0, batchSize: 1, signal: controller.signal, onProgress: () => controller.abort() };
  await mustReject(() => drawn(subject, halfway), 'sampling that is aborted after its first part');
  mustEqual(tf.memory().numTensors, before, 'tensors after sampling');
}

async function drawn({ create, options }: SamplerUnderTest, given: SampleOptions) {
  const model = create();
  try {
    const samples = await model.sample({ ...options, ...given });
    const values = [...(await samples.data())];
    samples.dispose();
    return { shape: samples.shape, values };
  } finally {
    model.dispose();
  }
}
