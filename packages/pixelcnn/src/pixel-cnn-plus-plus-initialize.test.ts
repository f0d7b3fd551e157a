import { adam, createRng, type DataSpec, fit, namedVariables, readWeights } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { PixelCnnPlusPlus } from './pixel-cnn-plus-plus.ts';
import { randomImages } from './testing/image-space.ts';

const sizes = { filters: 4, blocks: 1, dropout: 0 };

function initialize(model: PixelCnnPlusPlus, x: tf.Tensor, seed: number): void {
  const [objective] = model.objectives();
  tf.tidy(() => objective!.initialize!({ x }, createRng(seed)));
}

function specOf(shape: readonly number[]): DataSpec {
  return { shape, domain: { levels: 5 } };
}

test('a batch initialises it once: what is trained already stays', async () => {
  const spec = specOf([4, 6, 3]);
  const model = new PixelCnnPlusPlus({ ...sizes, spec, resolutions: 2 });
  const x = randomImages(spec, 6, createRng(1));
  const weights = async () => [...(await readWeights(model))].map(([path, { values }]) => [path, [...values]] as const);
  const fresh = new Map(await weights());
  initialize(model, x, 0);
  const first = await weights();
  const changed = first.filter(([path, values]) => String(values) !== String(fresh.get(path))).map(([path]) => path);
  expect(changed.every((path) => path === 'initialized' || path.endsWith('gain') || path.endsWith('bias'))).toBe(true);
  expect(changed).toHaveLength([...namedVariables(model).keys()].filter((path) => path.endsWith('gain')).length * 2 + 1);
  const other = randomImages(spec, 6, createRng(2));
  initialize(model, other, 1);
  expect(await weights()).toEqual(first);
  tf.dispose([x, other]);
  model.dispose();
});

// Features that are the same all over the batch: two resolutions leave one pixel of 2x2, which sees nothing but the images' first row, and
// images of one row have nothing above.
test.each([
  ['black', [2, 2, 3], 2, (shape: number[]) => tf.zeros([6, ...shape])],
  ['grey', [2, 2, 3], 2, (shape: number[]) => tf.fill([6, ...shape], 0.5)],
  ['random', [2, 2, 3], 2, (shape: number[]) => randomImages(specOf(shape), 6, createRng(3))],
  ['random', [1, 6, 3], 1, (shape: number[]) => randomImages(specOf(shape), 6, createRng(3))],
])('%s images of %j pixels and %i resolutions make moderate weights, and others can be learnt from there', async (_, shape, resolutions, images) => {
  const model = new PixelCnnPlusPlus({ ...sizes, spec: specOf(shape), resolutions });
  const batch = images(shape);
  initialize(model, batch, 0);
  batch.dispose();
  const weights = [...(await readWeights(model)).values()].flatMap(({ values }) => [...values]);
  expect(Math.max(...weights.map(Math.abs))).toBeLessThan(200);
  const source = { spec: model.spec, batch: (step: number) => ({ x: randomImages(model.spec, 6, createRng(step)) }) };
  const { history } = await fit(model, source, { steps: 15, seed: 0, optimizer: adam({ learningRate: 0.01 }), reportEvery: 1 });
  const bits = history.map(({ values }) => values['likelihood/bitsPerDimension']!);
  expect(bits.at(-1)).toBeLessThan(bits[0]!); // of which 2.32 are the images' own
  expect(Math.max(...bits)).toBeLessThan(20);
  model.dispose();
});
