import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HostTensor } from './format/host-tensor.ts';
import { restore } from './restore.ts';
import { ToyDecoder, ToyModel } from './toy-model.ts';

const float = (shape: number[], value: number): HostTensor => ({
  shape,
  dtype: 'float32',
  values: new Float32Array(tf.util.sizeFromShape(shape)).fill(value),
});

const sound = (): Map<string, HostTensor> =>
  new Map<string, HostTensor>([
    ['encoder.kernel', float([3, 2], 1)],
    ['encoder.bias', float([2], 2)],
    ['decoder.kernel', float([2, 3], 3)],
    ['decoder.bias', float([3], 4)],
    ['average', float([3], 5)],
    ['updates', { shape: [], dtype: 'int32', values: Int32Array.of(6) }],
  ]);

let model: ToyModel;
let decoder: ToyDecoder;
let tensors: number;

beforeEach(() => {
  model = new ToyModel({ width: 2 });
  decoder = new ToyDecoder({ width: 2 });
  tensors = tf.memory().numTensors;
});

afterEach(() => {
  expect(tf.memory().numTensors).toBe(tensors);
  model.dispose();
  decoder.dispose();
});

test('every variable gets its tensor', async () => {
  restore(model, { tensors: sound() });
  expect(await model.encoder.kernel.array()).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
  ]);
  expect(await model.decoder.bias.array()).toEqual([4, 4, 4]);
  expect(await model.average.array()).toEqual([5, 5, 5]);
  expect(await model.updates.array()).toBe(6);
});

test('the weights are no view of the file', async () => {
  const file = sound();
  restore(model, { tensors: file });
  file.get('average')!.values.fill(9);
  expect(await model.average.array()).toEqual([5, 5, 5]);
});

test('a part of a bigger file', async () => {
  restore(decoder, { tensors: sound() }, { prefix: 'decoder.' });
  expect(await decoder.kernel.array()).toEqual([
    [3, 3, 3],
    [3, 3, 3],
  ]);
  expect(await decoder.bias.array()).toEqual([4, 4, 4]);
});

test.each<[string, (file: Map<string, HostTensor>) => unknown, string]>([
  ['a missing tensor', (file) => file.delete('average'), '"average" must be float32 [3], got no tensor'],
  ['a surplus tensor', (file) => file.set('decoder.extra', float([1], 0)), '"decoder.extra" must be no tensor, got float32 [1]'],
  [
    'another shape',
    (file) => file.set('decoder.kernel', float([3, 2], 0)),
    '"decoder.kernel" must be float32 [2, 3], got float32 [3, 2]',
  ],
  ['another type', (file) => file.set('updates', float([], 0)), '"updates" must be int32 [], got float32 []'],
  ['nothing', (file) => file.clear(), '"average" must be float32 [3], got no tensor; "updates"'],
  [
    'too much',
    (file) => Array.from({ length: 9 }, (_, i) => file.set(`x${i}`, float([1], 0))),
    'must be no tensor, got float32 [1]. Build',
  ],
])('%s changes no variable', async (_, damage, message) => {
  const file = sound();
  damage(file);
  expect(() => restore(model, { tensors: file })).toThrow(
    "[genmodels/incompatible-file] the file must hold the model's tensors: ",
  );
  expect(() => restore(model, { tensors: file })).toThrow(message);
  expect(await model.encoder.kernel.array()).toEqual([
    [0.5, 0.5],
    [0.5, 0.5],
    [0.5, 0.5],
  ]);
  expect(await model.updates.array()).toBe(7);
});

test('a part may be surplus or missing too', () => {
  const file = sound();
  file.set('decoder.extra', float([1], 0));
  expect(() => restore(decoder, { tensors: file }, { prefix: 'decoder.' })).toThrow('"decoder.extra" must be no tensor, got float32 [1]');
  expect(() => restore(decoder, { tensors: sound() }, { prefix: 'critic.' })).toThrow(
    '"critic.kernel" must be float32 [2, 3], got no tensor',
  );
});

test('a disposed model is refused', () => {
  const disposed = new ToyDecoder({ width: 2 });
  disposed.dispose();
  expect(() => restore(disposed, { tensors: sound() }, { prefix: 'decoder.' })).toThrow('[genmodels/disposed]');
});
