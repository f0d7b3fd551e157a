import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { encodeModelFile } from './format/encode-model-file.ts';
import { load, readModelFile } from './load.ts';
import { ToyModel } from './toy-model.ts';

beforeAll(() => ['simd', 'cpu'].forEach((backend) => tf.removeBackend(backend)));

test('without a backend a file can be read, and load says what is missing', async () => {
  const bytes = await encodeModelFile({ kind: 'toy', config: { width: 2 }, tensors: new Map() });
  expect((await readModelFile(bytes)).config).toEqual({ width: 2 });
  await expect(load(bytes, [ToyModel])).rejects.toThrow('[genmodels/missing-backend] a model needs a tfjs backend: import one');
});
