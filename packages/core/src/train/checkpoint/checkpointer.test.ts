import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { GenmodelsError } from '../../errors.ts';
import { memoryFolder } from '../../io/places/memory-folder.ts';
import type { ByteFolder } from '../../io/places/storage.ts';
import type { BatchSource, Trainable } from '../../model.ts';
import { adam } from '../adam.ts';
import { fit } from '../fit.ts';
import type { FitOptions } from '../fit-options.ts';
import type { FitReport, ResumedCheckpoint, SavedCheckpoint } from '../history.ts';
import { cosine } from '../schedule.ts';
import { sgd } from '../sgd.ts';
import { circle, NoisyCopy, Rivals } from '../toy-trainables.ts';

type Options = Partial<FitOptions> & { readonly model?: Trainable; readonly source?: BatchSource; readonly every?: number; readonly keep?: number; readonly resume?: boolean };

/** Ten steps, a checkpoint at every third. */
async function train(to: string | URL | ByteFolder, { model = new NoisyCopy(), source = circle, every = 3, keep = 2, resume = false, ...options }: Options = {}): Promise<FitReport> {
  try {
    return await fit(model, source, { steps: 10, seed: 0, reportEvery: 4, checkpoint: { to, every, keep, resume }, ...options });
  } finally {
    model.dispose();
  }
}

const name = (step: number) => `checkpoint-${step < 10 ? '00000000' : '0000000'}${step}.safetensors`;

async function damage(folder: ByteFolder, file: string): Promise<void> {
  const bytes = await folder.file(file).read();
  bytes[bytes.length - 1]! ^= 1;
  await folder.file(file).write(bytes);
}

/** A folder that tells what is done to it, and fails where it is told to. */
function watched(fails: (what: string) => boolean = () => false): ByteFolder & { readonly log: string[] } {
  const [inner, log] = [memoryFolder(), [] as string[]];
  const act = (what: string) => {
    log.push(what);
    if (fails(what)) throw new GenmodelsError('storage', `${what}: no space left`);
  };
  return {
    log,
    list: () => inner.list(),
    remove: async (file) => (act(`remove ${file}`), inner.remove(file)),
    file: (file) => ({ ...inner.file(file), write: async (bytes) => (act(`write ${file}`), inner.file(file).write(bytes)) }),
  };
}

test('it is written every so many steps and at the end; an older one goes when a newer one is safe', async () => {
  const folder = watched();
  const told: SavedCheckpoint[] = [];
  const report = await train(folder, { callbacks: { onCheckpoint: (saved) => void told.push(saved) } });
  expect(folder.log).toEqual([
    `write ${name(3)}`,
    `write ${name(6)}`,
    `write ${name(9)}`,
    `remove ${name(3)}`,
    `write ${name(10)}`,
    `remove ${name(6)}`,
  ]);
  expect(await folder.list()).toEqual([name(9), name(10)]);
  expect(told).toEqual([3, 6, 9, 10].map((step) => ({ step, name: name(step) })));
  expect(report).toMatchObject({ steps: 10, checkpoint: { step: 10, name: name(10) } });
  expect(report).not.toHaveProperty('resumed');
});

test('an abort writes one too, before the first step none', async () => {
  const controller = new AbortController();
  const folder = memoryFolder();
  await train(folder, { signal: AbortSignal.abort() });
  expect(await folder.list()).toEqual([]);
  const source: BatchSource = { ...circle, batch: (step) => (step === 4 && controller.abort(), circle.batch(step)) };
  await train(folder, { source, signal: controller.signal });
  expect(await folder.list()).toEqual([name(3), name(5)]);
});

test('other files of the folder stay as they are', async () => {
  const folder = memoryFolder();
  for (const other of ['checkpoint-1.safetensors', 'checkpoint-000000001.txt', 'notes.md']) await folder.file(other).write(Uint8Array.of(1));
  await train(folder, { keep: 1 });
  expect(await folder.list()).toEqual(['checkpoint-000000001.txt', name(10), 'checkpoint-1.safetensors', 'notes.md']);
});

test('paths and file: URLs are folders on disk; addresses are refused', async () => {
  const path = await mkdtemp(join(tmpdir(), 'genmodels-checkpoints-'));
  await train(join(path, 'new', 'run'), { steps: 4 });
  const { resumed } = await train(pathToFileURL(join(path, 'new', 'run')), { resume: true });
  expect(resumed).toEqual({ step: 4, name: name(4), unreadable: [] });
  expect(await readdir(join(path, 'new', 'run'))).toEqual([name(9), name(10)]);
  await rm(path, { recursive: true });
  await expect(train('https://example.org/run')).rejects.toThrow('fit.checkpoint.to must be the path of a folder or a storage of files, got "https://example.org/run"');
});

test('a new run does not write beside the checkpoints of an old one', async () => {
  const folder = watched();
  await train(folder);
  const before = folder.log.length;
  await expect(train(folder)).rejects.toThrow(`[genmodels/invalid-argument] the folder must hold no other run's checkpoints, got ${name(10)}. Pass resume: true`);
  expect(folder.log.length).toBe(before);
});

test('resuming starts anew where there is none, and goes on where there is one, without a second initialisation', async () => {
  const folder = memoryFolder();
  const told: ResumedCheckpoint[] = [];
  const callbacks = { onResume: (resumed: ResumedCheckpoint) => void told.push(resumed) };
  const [first, second] = [new NoisyCopy(), new NoisyCopy()];
  expect(await train(folder, { model: first, steps: 5, resume: true, callbacks })).not.toHaveProperty('resumed');
  const { resumed } = await train(folder, { model: second, resume: true, callbacks });
  expect(resumed).toEqual({ step: 5, name: name(5), unreadable: [] });
  expect(told).toEqual([resumed]);
  expect([first.initialized, second.initialized]).toEqual([1, 0]);
});

test('a damaged newest one is said, and the one before serves', async () => {
  const folder = memoryFolder();
  const whole = await train(folder);
  await damage(folder, name(10));
  const { resumed, ...report } = await train(folder, { resume: true });
  expect(resumed).toMatchObject({ step: 9, name: name(9), unreadable: [{ name: name(10), error: { code: 'corrupt-file' } }] });
  expect(report).toEqual(whole);
});

test('a damaged one stays until it is overtaken, and does not cost a good one its place', async () => {
  const folder = memoryFolder();
  await train(folder, { keep: 3 });
  for (const step of [9, 10]) await damage(folder, name(step));
  const gone: BatchSource = { ...circle, batch: (step) => (step === 8 ? Promise.reject(new Error('gone')) : circle.batch(step)) };
  await expect(train(folder, { resume: true, every: 2, keep: 1, source: gone })).rejects.toThrow('gone');
  expect(await folder.list()).toEqual([8, 9, 10].map(name));
  await train(folder, { resume: true, keep: 1 });
  expect(await folder.list()).toEqual([name(10)]);
  expect((await train(folder, { resume: true })).resumed).toEqual({ step: 10, name: name(10), unreadable: [] });
});

test('where all are damaged nothing starts anew, and nothing is removed', async () => {
  const folder = memoryFolder();
  await train(folder);
  for (const file of await folder.list()) await damage(folder, file);
  await expect(train(folder, { resume: true })).rejects.toThrow(`[genmodels/corrupt-file] one checkpoint must be readable, got of ${name(10)}: [genmodels/corrupt-file] the file must match its sha256`);
  expect(await folder.list()).toEqual([name(9), name(10)]);
});

test('a checkpoint under the name of another step is no good one', async () => {
  const folder = memoryFolder();
  await train(folder);
  await folder.file(name(10)).write(await folder.file(name(9)).read());
  expect((await train(folder, { resume: true })).resumed!.unreadable[0]!.error.message).toContain(`${name(10)} must stand at step 10, got 9`);
});

test('a refused checkpoint leaves the model as it was', async () => {
  const folder = memoryFolder();
  await train(folder);
  const model = new NoisyCopy();
  const before = [...(await model.encoder.kernel.data())];
  await expect(fit(model, circle, { steps: 10, seed: 1, checkpoint: { to: folder, every: 3, resume: true } })).rejects.toThrow('options.seed');
  expect([...(await model.encoder.kernel.data())]).toEqual(before);
  model.dispose();
});

const wider = () => Object.assign(new NoisyCopy(), { config: { width: 4 } });
test.each<[string, () => Options, string]>([
  ['another model', () => ({ model: new Rivals() }), 'model.kind was "noisy-copy", here it is "rivals"'],
  ['another config', () => ({ model: wider() }), 'model.config.width was 3, here it is 4'],
  ['another seed', () => ({ seed: 1 }), 'options.seed was 0, here it is 1'],
  ['another rate', () => ({ optimizer: adam({ learningRate: 0.1 }) }), 'objectives.0.optimizer.learningRate was 0.001, here it is 0.1'],
  ['another optimizer', () => ({ optimizer: sgd() }), 'objectives.0.optimizer.kind was "adam", here it is "sgd"'],
  ['another schedule', () => ({ schedule: cosine() }), 'schedule.1 was 1, here it is 0.9'],
  ['averages', () => ({ ema: 0.9 }), 'options.ema was null, here it is 0.9'],
  ['bounded gradients', () => ({ clipNorm: 1 }), 'options.clipNorm was null, here it is 1'],
  ['other batches', () => ({ accumulate: 2 }), 'options.accumulate was 1, here it is 2'],
  ['a frozen part', () => ({ freeze: ['encoder'] }), 'options.freeze.0 was undefined, here it is "encoder"'],
  ['another source', () => ({ source: { ...circle, stepsPerEpoch: 11 } }), 'source.stepsPerEpoch was 10, here it is 11'],
])('%s is refused, and named', async (_, options, message) => {
  const folder = memoryFolder();
  await train(folder);
  const before = tf.memory().numTensors;
  await expect(train(folder, { ...options(), resume: true })).rejects.toThrow(`[genmodels/incompatible-file] the checkpoint must be of this run, but there ${message}`);
  expect(tf.memory().numTensors).toBe(before);
});

test('what only looks on may change', async () => {
  const folder = memoryFolder();
  await train(folder, { steps: 5 });
  const validation = { source: { ...circle, stepsPerEpoch: 1 }, every: 2 };
  expect(await train(folder, { resume: true, reportEvery: 1, every: 1, keep: 1, validation })).toMatchObject({ steps: 10, resumed: { step: 5 } });
  expect(await folder.list()).toEqual([name(10)]);
});

test('a run may become longer, as if it had not ended; never shorter', async () => {
  const validation = { source: { ...circle, stepsPerEpoch: 1 }, every: 4, patience: 5 };
  const [folder, whole] = [memoryFolder(), memoryFolder()];
  await train(folder, { steps: 6, validation });
  const { resumed, ...longer } = await train(folder, { resume: true, validation });
  const once = await train(whole, { validation });
  expect(resumed!.step).toBe(6);
  expect(longer.history.map(({ step, values }) => [step, values])).toEqual(once.history.map(({ step, values }) => [step, values]));
  expect(longer.validation.map(({ step, values }) => [step, values])).toEqual(once.validation.map(({ step, values }) => [step, values]));
  await expect(train(folder, { steps: 9, resume: true })).rejects.toThrow('[genmodels/invalid-argument] steps must be at least 10, where the checkpoint stands, got 9');
});

test('a run that patience has ended is at its end, until it gets more patience', async () => {
  const validation = { source: { ...circle, stepsPerEpoch: 1 }, every: 1, patience: 2 };
  const still = { optimizer: sgd({ learningRate: 0 }), freeze: ['norm'], validation };
  const folder = memoryFolder();
  const first = await train(folder, still);
  expect(first).toMatchObject({ stopped: 'patience' });
  const { resumed, ...again } = await train(folder, { ...still, resume: true });
  expect(again).toEqual(first);
  const patient = await train(folder, { ...still, validation: { ...validation, patience: 100 }, resume: true });
  expect(patient).toMatchObject({ steps: 10, stopped: 'completed', resumed });
});

test('a failed write ends the run at once, where nobody is told; the checkpoint before stays', async () => {
  const folder = watched((what) => what === `write ${name(6)}`);
  const before = tf.memory().numTensors;
  await expect(train(folder)).rejects.toThrow(`[genmodels/storage] write ${name(6)}: no space left`);
  expect(tf.memory().numTensors).toBe(before);
  expect(await folder.list()).toEqual([name(3)]);
});

test('a run whose owner is told of a failed write goes on and tries again', async () => {
  const folder = watched((what) => [name(6), name(9)].some((file) => what === `write ${file}`));
  const failed: [string, SavedCheckpoint][] = [];
  const report = await train(folder, { callbacks: { onCheckpointError: (error, checkpoint) => void failed.push([error.message, checkpoint]) } });
  expect(failed.map(([, { step }]) => step)).toEqual([6, 9]);
  expect(failed[0]![0]).toContain('no space left');
  expect(report.checkpoint).toEqual({ step: 10, name: name(10) });
  expect(await folder.list()).toEqual([name(3), name(10)]);
});

test('where the last write fails too, the report says how far the newest checkpoint stands behind', async () => {
  const folder = watched((what) => what.startsWith('write') && what !== `write ${name(3)}`);
  const report = await train(folder, { callbacks: { onCheckpointError: () => {} } });
  expect(report).toMatchObject({ steps: 10, stopped: 'completed', checkpoint: { step: 3 } });
});

test('an older one that cannot be removed is told too, when the newer one is acknowledged', async () => {
  const folder = watched((what) => what.startsWith('remove'));
  const told: string[] = [];
  await train(folder, { callbacks: { onCheckpoint: ({ step }) => void told.push(`saved ${step}`), onCheckpointError: (_, { step }) => void told.push(`failed ${step}`) } });
  expect(told).toEqual(['saved 3', 'saved 6', 'saved 9', 'failed 9', 'saved 10', 'failed 10']);
});

test('a run that has diverged writes no checkpoint, and says what broke', async () => {
  const folder = memoryFolder();
  const poisoned: BatchSource = { ...circle, batch: (step) => (step === 4 ? { x: tf.fill([8, 2], Number.NaN) } : circle.batch(step)) };
  const before = tf.memory().numTensors;
  await expect(train(folder, { source: poisoned, reportEvery: 100 })).rejects.toThrow(/invalid-value.*batch 4 of the source/);
  expect(await folder.list()).toEqual([name(3)]);
  await expect(train(memoryFolder(), { optimizer: sgd({ learningRate: 1e38 }), reportEvery: 100, every: 1 })).rejects.toThrow(/genmodels\/diverged/);
  expect(tf.memory().numTensors).toBe(before);
});

test('slots that are not finite are found where the weights still are', async () => {
  const large: BatchSource = { ...circle, batch: () => ({ x: tf.fill([8, 2], 1e15) }) };
  const line = tf.tidy(() => tf.variable(tf.zeros([2])));
  const steep: Trainable = { kind: 'steep', config: {}, dispose: () => line.dispose(), objectives: () => [{ name: 'steep', variables: [line], loss: ({ x }) => ({ loss: tf.mul(tf.mean<tf.Scalar>(tf.mul(x, line)), 1e6) }) }], ...{ line } };
  await expect(train(memoryFolder(), { model: steep, source: large, every: 1 })).rejects.toThrow(/diverged.*training\/slots\/steep\/line\/square.*must be finite, got Infinity/);
});

test('nothing is left behind, on success, abort and error', async () => {
  const folder = memoryFolder();
  const before = tf.memory().numTensors;
  const failing: BatchSource = { ...circle, batch: (step) => (step === 7 ? Promise.reject(new Error('gone')) : circle.batch(step)) };
  await expect(train(folder, { source: failing, ema: 0.9 })).rejects.toThrow('gone');
  await train(folder, { resume: true, ema: 0.9, signal: AbortSignal.abort() });
  await train(folder, { resume: true, ema: 0.9 });
  await expect(train(folder, { resume: true, ema: 0.8 })).rejects.toThrow('options.ema');
  await expect(train(folder, { resume: true, ema: 0.9, callbacks: { onResume: () => Promise.reject(new Error('enough')) } })).rejects.toThrow('enough');
  expect(tf.memory().numTensors).toBe(before);
});

test.each([
  [{ every: 0 }, 'fit.checkpoint.every must be an integer of at least 1, got 0'],
  [{ keep: 0 }, 'fit.checkpoint.keep must be an integer of at least 1, got 0'],
  [{ resume: 'yes' as never }, 'fit.checkpoint.resume must be true or false, got "yes"'],
])('%j is refused', async (options, message) => {
  await expect(train(memoryFolder(), options)).rejects.toThrow(message);
});
