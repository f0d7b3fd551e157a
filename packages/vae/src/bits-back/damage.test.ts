import { createRng, type DataSpec } from '@genmodels/core';
import { codedFileLaws } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mlp } from '../networks/mlp.ts';
import { Vae } from '../vae.ts';
import { compress } from './compress.ts';
import { decompress } from './decompress.ts';
import { type CodedHeader, headerBytes, readHeader, writeHeader } from './header.ts';

const spec: DataSpec = { shape: [3, 4, 1], domain: 'binary' };
const options = { spec, network: mlp({ hidden: [6] }), latent: 2 };

let vae: Vae;
let bytes: Uint8Array;
let header: CodedHeader;
let tensorsBefore: number;

beforeAll(async () => {
  vae = new Vae(options);
  const images = tf.tidy(() => tf.round(createRng(5).uniform([8, ...spec.shape])));
  bytes = await compress(vae, images);
  header = await readHeader(bytes);
  images.dispose();
  tensorsBefore = tf.memory().numTensors;
});

afterAll(() => {
  expect(tf.memory().numTensors).toBe(tensorsBefore);
  vae.dispose();
});

const laws = codedFileLaws({ bytes: () => bytes, headerBytes, decompress: (file) => decompress(vae, file) });
test.each(laws)('$name', ({ run }) => run());

test('there is more than a header', () => {
  expect(bytes.length).toBeGreaterThan(headerBytes + 12);
});

test.each([
  ['more values than anybody wants', { count: 0xffffffff }, 'corrupt-file', 'must be whole, got damaged ones'],
  ['another model', { model: 'ab'.repeat(16) }, 'incompatible-file', 'the model must have the fingerprint abababab'],
  ['another number of images', { count: 7 }, 'corrupt-file', 'must be whole, got damaged ones'],
  ['another seed', { seed: 1 }, 'corrupt-file', 'must be whole, got damaged ones'],
  ['other images', { levels: '0'.repeat(16) }, 'corrupt-file', 'must be whole, got damaged ones'],
  ['a backend with other sums', { probe: '1'.repeat(16), backend: 'webgl' }, 'incompatible-file', 'the arithmetic of the backend "simd" must have the fingerprint 1111111111111111 of the compressed examples, got'],
])('a header on purpose: %s', async (_, changes, code, message) => {
  const mutant = Uint8Array.from([...(await writeHeader({ ...header, ...changes })), ...bytes.subarray(headerBytes)]);
  const failure = decompress(vae, mutant);
  await expect(failure).rejects.toThrow(message);
  await expect(failure).rejects.toHaveProperty('code', code);
});

test('another backend is told, before anything is read', async () => {
  await tf.setBackend('cpu');
  try {
    await expect(decompress(vae, bytes)).rejects.toThrow(
      /^\[genmodels\/incompatible-file\] the arithmetic of the backend "cpu" .*: take the backend "simd", in the build that compressed them$/,
    );
  } finally {
    await tf.setBackend('simd');
  }
});

test('models that differ in one bit of one weight do not read each other', async () => {
  const other = new Vae(options);
  const [weight] = other.objectives()[0]!.variables;
  tf.tidy(() => weight!.assign(tf.add(weight!, 2 ** -30)));
  await expect(decompress(other, bytes)).rejects.toThrow('[genmodels/incompatible-file] the model must have the fingerprint');
  other.dispose();
});

test('a header comes back as it was written, and is the same as ever', async () => {
  expect(await readHeader(await writeHeader(header))).toEqual(header);
  expect(await writeHeader(header)).toEqual(bytes.slice(0, headerBytes));
  const known = await writeHeader({
    ...{ count: 3, seed: 2 ** 53 - 1, backend: 'simd', model: '0123456789abcdef'.repeat(2) },
    ...{ condition: 'fedcba9876543210', probe: '00112233445566ff', levels: '8899aabbccddeeff' },
  });
  expect(Buffer.from(known).toString('hex')).toBe('676d62620101000003000000ffffffffffff1f0073696d640000000000000000000000000123456789abcdef0123456789abcdeffedcba987654321000112233445566ff8899aabbccddeeff8c69c5ea');
});

test('another format is told', async () => {
  await expect(decompress(vae, bytes.map((byte, at) => (at === 4 ? 3 : byte)))).rejects.toThrow('[genmodels/incompatible-file] compressed examples must be of format 1, got 3: a newer release of @genmodels/vae reads them');
});
