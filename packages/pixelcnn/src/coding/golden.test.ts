import { createHostMachine, createMachine, type DataSpec, namedVariables, sha256 } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { compileModel } from '../compile-model.ts';
import { GatedPixelCnn } from '../gated-pixel-cnn.ts';
import { logisticMixture } from '../outputs/logistic-mixture.ts';
import { PixelCnn } from '../pixel-cnn.ts';
import { PixelCnnPlusPlus } from '../pixel-cnn-plus-plus.ts';
import { compress } from './compress.ts';
import { decompress } from './decompress.ts';
import { fingerprint } from './fingerprint.ts';
import { headerBytes, writeHeader } from './header.ts';
import { levelValues } from './levels.ts';

// What stands here was computed once. A file that somebody keeps can be read for as long as these bits stay; where they must change,
// `arithmetic` in header.ts takes the next number.

type Model = PixelCnn | GatedPixelCnn | PixelCnnPlusPlus;

const binary: DataSpec = { shape: [5, 4, 1], domain: 'binary' };
const colours: DataSpec = { shape: [3, 3, 3], domain: { levels: 256 } };

const models: readonly [name: string, create: () => Model, parameters: string, body: string][] = [
  ['PixelCnn', () => new PixelCnn({ spec: binary, filters: 4, blocks: 1, kernelSize: 3, hidden: 4 }), '4ddc49634f89562a', '9jajGCtnKaJ8+ZFMr3gwE4Gq'],
  ['GatedPixelCnn', () => new GatedPixelCnn({ spec: binary, filters: 4, layers: 1, firstKernelSize: 3, hidden: 4 }), 'cc8d4b8c597df805', 'ny5mzWUSLsg='],
  ['categorical', () => new PixelCnn({ spec: colours, filters: 3, blocks: 0, kernelSize: 3, hidden: 3 }), 'af9f746946f80f4d', 'AB/t4Y2Y7gbJlVlU0CJY2QBdRDSxS6vEncSLoJv63hwD+aPO8q+zOtiO/lQ75Sf50tPkUzv8BJdPo9Ij2TnqfKIGVfPP20cI2eOfq8SHYyTvq/iW'],
  ['mixture', () => new PixelCnn({ spec: colours, output: logisticMixture({ components: 3 }), filters: 3, blocks: 0, kernelSize: 3, hidden: 3 }), '7e304bf000f7a396', 'EOl3y3eVvNBGk+4/ptN6WztnPx8B7TMJhIHHZ4yQ0ZsJgHNFR3TEf60CBsoG2xq1+l2o8mj7fdAM/+X73b0HmiuBHYbU8ALY2H9v+WL9UmrS88Zb4HwaTI1SgoF7sQ=='],
  ['PixelCnnPlusPlus', () => new PixelCnnPlusPlus({ spec: { ...colours, shape: [4, 4, 3] }, output: logisticMixture({ components: 2 }), filters: 2, blocks: 1, resolutions: 2 }), '31fb9291440113df', 'FZZsK8cAQ0DHvZZjuy6i6QmJ/l9t7AbXvdTKi1PsKLtwwZNEDL2rrT+07ROb+mBg6ntAMYgay3XTGYumRARcK0p2eFOZhIACcSdke40MXPNLOZ9UmchDKKwYkvOsCKRShr0XbMRdjBHmOMggpOFBzX7CDBkUTvrAOgOTyzKT21SRXpmg2H4Rs6L+UgvrIqOVjZzZGcf7h7E1ffklnurgrqS1lBWTukVC'],
];

/** Weights that no logarithm, and no random number, has a part in. */
function setWeights(model: Model): void {
  for (const [i, variable] of [...namedVariables(model).values()].entries()) {
    const values = Float32Array.from({ length: variable.size }, (_, at) => (((at + 1) * (7919 + 104 * i)) % 1009) / 504 - 1);
    tf.tidy(() => variable.assign(tf.tensor(values, variable.shape)));
  }
}

/** Levels of three images. */
function levelsOf({ spec, distribution }: Model): number[] {
  const size = spec.shape.reduce((a, b) => a * b);
  return Array.from({ length: 3 * size }, (_, i) => ((i * i * 31 + 7 * i) >> 3) % distribution.levels);
}

/** The bits of all parameters of three images, hashed. */
async function parametersOf(model: Model, values: Float32Array, create = createMachine): Promise<string> {
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

test.each(models)('%s: the same bits as ever', async (_, create, parameters, wanted) => {
  const model = create();
  setWeights(model);
  const known = levelValues(model.distribution.levels);
  const values = Float32Array.from(levelsOf(model), (level) => known[level]!);
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
  expect(await fingerprint(model as unknown as Model)).toBe('96bd1c2cdf878acd580c90029cdda97b');
  weight.dispose();
});
