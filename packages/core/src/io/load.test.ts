import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, expectTypeOf, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { load, readModelFile } from './load.ts';
import { toBytes } from './save.ts';
import { ToyDecoder, ToyModel } from './toy-model.ts';

let bytes: Uint8Array;
let before: number;
let server: Server;
let served: Uint8Array;
let address: string;

beforeAll(async () => {
  server = createServer((_, response) => response.end(served));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/toy.safetensors`;
  const model = new ToyModel({ width: 2 });
  tf.tidy(() =>
    model.decoder.kernel.assign(
      tf.tensor2d([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ),
  );
  bytes = await toBytes(model);
  model.dispose();
  before = tf.memory().numTensors;
});

afterAll(() => {
  server.close();
  expect(tf.memory().numTensors).toBe(before);
});

test('a saved model comes back, as one of the kinds that are asked for', async () => {
  const model = await load(bytes, [ToyDecoder, ToyModel]);
  expectTypeOf(model).toEqualTypeOf<ToyModel | ToyDecoder>();
  expect(model).toBeInstanceOf(ToyModel);
  expect(await toBytes(model)).toEqual(bytes);
  model.dispose();
});

test('one kind gives its own type', async () => {
  const model = await load(bytes, [ToyModel]);
  expectTypeOf(model).toEqualTypeOf<ToyModel>();
  expect(await model.decoder.kernel.array()).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  model.dispose();
});

test('a kind with a prefix takes a part of a bigger file', async () => {
  const decoder = await load(bytes, [
    { kind: 'toy', prefix: 'decoder.', fromConfig: (config: JsonObject) => ToyDecoder.fromConfig(config) },
  ]);
  expectTypeOf(decoder).toEqualTypeOf<ToyDecoder>();
  expect(await decoder.kernel.array()).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  decoder.dispose();
});

test('from an address, with progress', async () => {
  served = bytes;
  const reports: number[] = [];
  const model = await load(address, [ToyModel], { onProgress: (count) => reports.push(count) });
  expect(reports.at(-1)).toBe(bytes.length);
  model.dispose();
});

test('damage on the way is seen by the checksum', async () => {
  served = bytes.slice();
  served[served.length - 1]! ^= 1;
  await expect(load(address, [ToyModel])).rejects.toThrow('[genmodels/corrupt-file] the file must match its sha256');
  served = Buffer.from('<!DOCTYPE html><title>Sign in</title>');
  await expect(load(address, [ToyModel])).rejects.toThrow(
    '[genmodels/corrupt-file] the file must be a safetensors file, not a web page',
  );
});

test('an unknown kind names those that are known', async () => {
  await expect(load(bytes, [ToyDecoder])).rejects.toThrow(
    '[genmodels/incompatible-file] the model must be one of toy-decoder, got "toy"',
  );
});

test('a model that the file does not fit is disposed', async () => {
  const wider = { kind: 'toy', fromConfig: () => new ToyModel({ width: 3 }) };
  await expect(load(bytes, [wider])).rejects.toThrow(
    '[genmodels/incompatible-file] the file must hold the model\'s tensors: "encoder.kernel" must be float32 [3, 3]',
  );
  expect(tf.memory().numTensors).toBe(before);
});

test('a file is read without a model too', async () => {
  const { kind, config, tensors } = await readModelFile(bytes);
  expect([kind, config, tensors.size]).toEqual(['toy', { width: 2 }, 6]);
});
