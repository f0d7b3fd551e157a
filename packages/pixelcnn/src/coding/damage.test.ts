import { createRng, type DataSpec } from '@genmodels/core';
import { codedFileLaws } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PixelCnnNetwork } from '../networks/pixel-cnn-network.ts';
import { PixelCnn } from '../pixel-cnn.ts';
import { type CodedHeader, headerBytes, readHeader, writeHeader } from './header.ts';

const spec: DataSpec = { shape: [4, 5, 1], domain: 'binary' };
const sizes = { spec, filters: 4, blocks: 1, kernelSize: 3, hidden: 4, seed: 1 };

let model: PixelCnn;
let bytes: Uint8Array;
let header: CodedHeader;
let tensorsBefore: number;

beforeAll(async () => {
  model = new PixelCnn(sizes);
  const images = tf.tidy(() => tf.round(createRng(5).uniform([8, ...spec.shape])));
  bytes = await model.compress(images);
  header = await readHeader(bytes);
  images.dispose();
  tensorsBefore = tf.memory().numTensors;
});

afterAll(() => {
  expect(tf.memory().numTensors).toBe(tensorsBefore);
  model.dispose();
});

const laws = codedFileLaws({ bytes: () => bytes, headerBytes, decompress: (file) => model.decompress(file) });
test.each(laws)('$name', ({ run }) => run());

test('there is more than a header', () => {
  expect(bytes.length).toBeGreaterThan(headerBytes + 15);
});

test.each([
  ['more values than anybody wants', { count: 0xffffffff }, 'corrupt-file', 'hold at most 268435456 values, got 85899345900'],
  ['a batch of nothing', { batchSize: 0 }, 'corrupt-file', 'have batches of 1 to 1024 images, got 0'],
  ['a huge batch', { batchSize: 65535 }, 'corrupt-file', 'have batches of 1 to 1024 images, got 65535'],
  ['another shape', { width: 4 }, 'incompatible-file', 'must be of 2 levels and shape [4,5,1], got 2 and [4,4,1]'],
  ['other levels', { levels: 4 }, 'incompatible-file', 'must be of 2 levels and shape [4,5,1], got 4 and [4,5,1]'],
  ['another model', { model: 'ab'.repeat(16) }, 'incompatible-file', 'the model must have the fingerprint abababab'],
])('a header on purpose: %s', async (_, changes, code, message) => {
  const mutant = Uint8Array.from([...(await writeHeader({ ...header, ...changes })), ...bytes.subarray(headerBytes)]);
  const failure = model.decompress(mutant);
  await expect(failure).rejects.toThrow(message);
  await expect(failure).rejects.toHaveProperty('code', code);
});

test('a header comes back as it was written', async () => {
  expect(await readHeader(await writeHeader(header))).toEqual(header);
  expect(await writeHeader(header)).toEqual(bytes.slice(0, headerBytes));
});

test('another arithmetic, or format, is told', async () => {
  const format = bytes.map((byte, at) => (at === 4 ? 3 : byte));
  await expect(model.decompress(format)).rejects.toThrow('[genmodels/incompatible-file] compressed images must be of format 1, got 3: a newer release of @genmodels/pixelcnn reads them');
});

test('models that differ in one bit of one weight do not read each other', async () => {
  const other = new PixelCnn(sizes);
  const bias = (other.network as PixelCnnNetwork).output.bias!;
  tf.tidy(() => bias.assign(tf.add(bias, 2 ** -30)));
  await expect(other.decompress(bytes)).rejects.toThrow('[genmodels/incompatible-file] the model must have the fingerprint');
  other.dispose();
});
