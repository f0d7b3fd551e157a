import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GenmodelsError } from '../../errors.ts';
import { encodeModelFile } from '../../io/format/encode-model-file.ts';
import { takeApart } from '../../io/format/safetensors-by-hand.ts';
import { load } from '../../io/load.ts';
import { memoryFolder } from '../../io/places/memory-folder.ts';
import { readTensors } from '../../io/read-tensors.ts';
import { namedVariables } from '../../nn/module.ts';
import { drawInteger } from '../../random/integers.ts';
import { createRng } from '../../rng.ts';
import { fit } from '../fit.ts';
import { circle, NoisyCopy } from '../toy-trainables.ts';
import { type Checkpoint, decodeCheckpoint, encodeCheckpoint } from './checkpoint-file.ts';
import { encodeReports } from './stored-reports.ts';

let file: Uint8Array;
let checkpoint: Checkpoint;
let tensorsBefore: number;

beforeAll(async () => {
  const [model, to] = [new NoisyCopy(), memoryFolder()];
  const validation = { source: { ...circle, stepsPerEpoch: 1 }, every: 2 };
  await fit(model, circle, { steps: 5, seed: 0, ema: 0.9, reportEvery: 2, validation, checkpoint: { to, every: 5 } });
  model.dispose();
  file = await to.file('checkpoint-000000005.safetensors').read();
  checkpoint = await decodeCheckpoint(file);
  tensorsBefore = tf.memory().numTensors;
});

afterAll(() => expect(tf.memory().numTensors).toBe(tensorsBefore));

test('a file gives back what went in, and the same bytes again', async () => {
  expect(await encodeCheckpoint(checkpoint)).toEqual(file);
  expect(checkpoint.state).toMatchObject({ step: 5, steps: 5, updates: [5], averaged: 5, pending: { error: 1, 'error/examples': 1 } });
  expect(checkpoint.reports.history.map(({ step }) => step)).toEqual([2, 4]);
});

test('the model stands in it as save writes it, the rest under "training/"', () => {
  const { tensors, metadata } = takeApart(file);
  const names = Object.keys(tensors);
  expect(names.filter((name) => !name.startsWith('training/')).sort()).toEqual([...checkpoint.model.tensors.keys()].sort());
  expect(names).toEqual(expect.arrayContaining(['encoder.kernel', 'training/slots/error/encoder.kernel/mean', 'training/average/encoder.kernel', 'training/pending/error', 'training/reports']));
  expect(Object.keys(metadata)).toEqual(['format', 'kind', 'config', 'training', 'sha256']);
});

test('it loads as a model', async () => {
  const model = await load(file, [{ kind: 'noisy-copy', fromConfig: () => new NoisyCopy() }]);
  expect((await readTensors(namedVariables(model))).get('updates')).toEqual(checkpoint.model.tensors.get('updates'));
  model.dispose();
});

/** The mutants that can be read, or that are called anything but damaged. */
async function undetected(mutants: Iterable<readonly [string, Uint8Array]>): Promise<string[]> {
  const found: string[] = [];
  for (const [name, bytes] of mutants) {
    const error: unknown = await decodeCheckpoint(bytes).catch((reason: unknown) => reason);
    if (!(error instanceof GenmodelsError && error.code === 'corrupt-file')) found.push(`${name}: ${error}`);
  }
  return found;
}

function flip(position: number, mask: number): Uint8Array {
  const bytes = new Uint8Array(file);
  bytes[position]! ^= mask;
  return bytes;
}

test('every byte of the header with one bit flipped is damage, also one that looks like another version', async () => {
  const { dataStart } = takeApart(file);
  const mutants = Array.from({ length: dataStart }, (_, i) => [`${i}`, flip(i, 1 << (i % 8))] as const);
  expect(mutants.length).toBeGreaterThan(3000);
  expect(await undetected(mutants)).toEqual([]);
});

test('random bits of the body, and every class of length', async () => {
  const { dataStart } = takeApart(file);
  const rng = createRng(0);
  const flips = Array.from({ length: 500 }, () => {
    const [position, bit] = [dataStart + drawInteger(file.length - dataStart, rng), drawInteger(8, rng)];
    return [`${position} ^ ${1 << bit}`, flip(position, 1 << bit)] as const;
  });
  const lengths = [0, 1, 7, 8, 9, dataStart - 1, dataStart, dataStart + 1, file.length - 4, file.length - 1];
  const cuts = [...lengths, ...Array.from({ length: 150 }, () => drawInteger(file.length, rng))].map((length) => [`cut to ${length}`, file.slice(0, length)] as const);
  expect(await undetected([...flips, ...cuts, ['longer', Uint8Array.of(...file, 0, 0, 0, 0)]])).toEqual([]);
});

test.each<[string, object]>([
  ['no step', { step: undefined }],
  ['step 0', { step: 0 }],
  ['a fraction of a step', { step: 1.5 }],
  ['more steps than a number counts', { steps: 2 ** 53 }],
  ['updates below 0', { updates: [-1] }],
  ['updates that are no list', { updates: { error: 5 } }],
  ['a weight that is text', { pending: { error: '1' } }],
  ['a key too many', { more: 1 }],
  ['no run', { run: null }],
])('a state with %s is refused, whatever its checksum says', async (_, change) => {
  const { step, ...rest } = { ...checkpoint.state, ...change } as Checkpoint['state'];
  const state = (step === undefined ? rest : { step, ...rest }) as Checkpoint['state'];
  await expect(decodeCheckpoint(await encodeCheckpoint({ ...checkpoint, state }))).rejects.toThrow('[genmodels/corrupt-file] the training state must be one, got');
});

test('a model alone is no checkpoint: it needs its state and its reports', async () => {
  await expect(decodeCheckpoint(await encodeModelFile(checkpoint.model))).rejects.toThrow('[genmodels/corrupt-file] the file must hold int32 training/reports');
  const bare = await encodeModelFile(checkpoint.model, {}, { training: { ...checkpoint.state } });
  await expect(decodeCheckpoint(bare)).rejects.toThrow('[genmodels/corrupt-file] the file must hold int32 training/reports');
  const stateless = await encodeModelFile({ ...checkpoint.model, tensors: new Map([['training/reports', encodeReports(checkpoint.reports)]]) });
  await expect(decodeCheckpoint(stateless)).rejects.toThrow('[genmodels/corrupt-file] the training state must be one, got');
});

test('a field path that looks like a part of the training is refused', async () => {
  const tensors = new Map([['training/x', { shape: [1], dtype: 'float32', values: Float32Array.of(1) } as const]]);
  await expect(encodeCheckpoint({ ...checkpoint, model: { ...checkpoint.model, tensors } })).rejects.toThrow('field paths must not start with "training/", got "training/x"');
});
