import { createHostMachine, createMachine, fingerprint, levelValues, sha256 } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { compileModel } from '../compile-model.ts';
import { type GoldenModel, goldenLevels, goldenModels, setGoldenWeights } from '../testing/golden-models.ts';
import { compress } from './compress.ts';
import { decompress } from './decompress.ts';
import { headerBytes, writeHeader } from './header.ts';

/** The bits of all parameters of three images, hashed. */
async function parametersOf(model: GoldenModel, values: Float32Array, create = createMachine): Promise<string> {
  const [height, width, channels] = model.spec.shape as [number, number, number];
  const machine = create(await compileModel(model), { count: 3, height, width });
  const all: number[] = [];
  for (let row = 0; row < height; row++) {
    machine.startRow(row);
    for (let column = 0; column < width; column++) {
      const at = (image: number) => ((image * height + row) * width + column) * channels;
      const pixels = [0, 1, 2].flatMap((image) => [...values.subarray(at(image), at(image) + channels)]);
      all.push(...(await machine.parameters(row, column)));
      machine.setPixel(row, column, pixels);
    }
  }
  machine.dispose();
  return (await sha256(new Uint8Array(Float32Array.from(all).buffer))).slice(0, 16);
}

test.each(goldenModels)('%s: the same bits as ever', async (_, create, parameters, wanted) => {
  const model = create();
  setGoldenWeights(model);
  const known = levelValues(model.distribution.levels);
  const values = Float32Array.from(goldenLevels(model), (level) => known[level]!);
  const images = tf.tensor(values, [3, ...model.spec.shape]);
  const bytes = await compress(model, images);
  for (const create of [createHostMachine, createMachine]) expect(await parametersOf(model, values, create)).toBe(parameters);
  expect(Buffer.from(bytes.subarray(headerBytes)).toString('base64')).toBe(wanted);
  const back = await decompress(model, bytes);
  expect(await back.data()).toEqual(values);
  tf.dispose([images, back]);
  model.dispose();
});

test('the same header as ever', async () => {
  const header = await writeHeader({
    ...{ batchSize: 64, count: 3, height: 28, width: 29, channels: 1, levels: 256 },
    ...{ model: '0123456789abcdef'.repeat(2), condition: 'fedcba9876543210', pixels: '00112233445566ff' },
  });
  expect(Buffer.from(header).toString('hex')).toBe('676d616301014000030000001c0000001d00000001000000000100000123456789abcdef0123456789abcdeffedcba987654321000112233445566ff0d834ce1');
});

test('the same fingerprint as ever', async () => {
  const weight = tf.tidy(() => tf.variable(tf.tensor2d([[0.5, -3, 2 ** -20]])));
  const model = { kind: 'toy', config: { b: 1, a: [true, { d: null, c: 'x' }] }, layer: { weight }, before: weight };
  expect(await fingerprint(model as unknown as GoldenModel)).toBe('96bd1c2cdf878acd580c90029cdda97b');
  weight.dispose();
});
