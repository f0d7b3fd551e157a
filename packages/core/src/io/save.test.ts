import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { disposeModule } from '../nn/module.ts';
import { takeApart } from './format/safetensors-by-hand.ts';
import { readModelFile } from './load.ts';
import { http } from './network/http.ts';
import { memory } from './places/memory.ts';
import { save, toBytes } from './save.ts';
import { ToyModel } from './toy-model.ts';

let model: ToyModel;
let tensors: number;

beforeEach(() => {
  model = new ToyModel({ width: 2 });
  tensors = tf.memory().numTensors;
});

afterEach(() => {
  expect(tf.memory().numTensors).toBe(tensors);
  model.dispose();
});

test('a file holds kind, config, weights and running averages, but no constants', async () => {
  const file = await readModelFile(await toBytes(model));
  expect(file.kind).toBe('toy');
  expect(file.config).toEqual({ width: 2 });
  expect([...file.tensors.keys()]).toEqual([
    'encoder.kernel',
    'encoder.bias',
    'decoder.kernel',
    'decoder.bias',
    'average',
    'updates',
  ]);
  expect(file.tensors.get('encoder.kernel')).toEqual({ shape: [3, 2], dtype: 'float32', values: new Float32Array(6).fill(0.5) });
  expect(file.tensors.get('updates')).toEqual({ shape: [], dtype: 'int32', values: Int32Array.of(7) });
});

test('saving twice gives the same bytes, to a path, a storage or as bytes, and changes nothing', async () => {
  const bytes = await toBytes(model);
  const storage = memory();
  const folder = mkdtempSync(join(tmpdir(), 'genmodels-'));
  await save(model, storage);
  await save(model, join(folder, 'toy.safetensors'));
  expect(await storage.read()).toEqual(bytes);
  expect(new Uint8Array(readFileSync(join(folder, 'toy.safetensors')))).toEqual(bytes);
  expect(readdirSync(folder)).toEqual(['toy.safetensors']);
  expect(await model.average.array()).toEqual([1, 1, 1]);
  rmSync(folder, { recursive: true });
});

test('float16 stores halves', async () => {
  const storage = memory();
  await save(model, storage, { float16: true });
  const types = Object.values(takeApart(await storage.read()).tensors).map(({ dtype }) => dtype);
  expect(types).toEqual(['I32', 'F16', 'F16', 'F16', 'F16', 'F16']);
});

test('a training that goes on meanwhile does not reach the file', async () => {
  const pending = toBytes(model);
  tf.tidy(() => model.decoder.bias.assign(tf.fill([3], 9)));
  const { tensors } = await readModelFile(await pending);
  expect([...tensors.get('decoder.bias')!.values]).toEqual([0, 0, 0]);
});

test('a model that has diverged is not written', async () => {
  tf.tidy(() => model.decoder.bias.assign(tf.tensor1d([0, NaN, 0])));
  const storage = memory(Uint8Array.of(1));
  await expect(save(model, storage)).rejects.toThrow('[genmodels/invalid-value] tensor "decoder.bias" must be finite, got NaN');
  expect(await storage.read()).toEqual(Uint8Array.of(1));
});

test('a variable of another type, and a disposed model, are refused', async () => {
  const flags = { kind: 'flags', config: {}, flag: tf.tidy(() => tf.variable(tf.tensor1d([true], 'bool'))) };
  await expect(toBytes(flags)).rejects.toThrow('[genmodels/invalid-shape] "flag" must be float32 or int32, got bool');
  disposeModule(flags);
  await expect(toBytes(flags)).rejects.toThrow('[genmodels/disposed] "flag" must be alive');
});

test('a destination that cannot be written is refused before anything is read', async () => {
  await expect(save(model, 'https://example.org/a')).rejects.toThrow(
    '[genmodels/invalid-argument] the destination must be a path or a storage',
  );
  await expect(save(model, http('https://example.org/a'))).rejects.toThrow(
    '[genmodels/invalid-argument] the destination must be writable',
  );
});
