import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { Conv2d } from '../nn/conv2d.ts';
import { Conv2dTranspose } from '../nn/conv2d-transpose.ts';
import { MaskedConv2d } from '../nn/masked-conv2d.ts';
import { createRng } from '../rng.ts';
import { compile } from './compile.ts';
import { createHostMachine, createMachine } from './create-machine.ts';
import { parallelOps } from './parallel-ops.ts';
import type { PixelNetwork } from './pixel-network.ts';
import type { PixelLayer, PixelOps } from './pixel-ops.ts';

const rng = createRng(3);
const [oddHeight, evenWidth] = [5, 4];

function masked(name: string, inputs: number, filters: number, more: Partial<ConstructorParameters<typeof MaskedConv2d>[0]> = {}): MaskedConv2d {
  const layer = new MaskedConv2d({ inputs, filters, kernelSize: 3, type: 'B', ...more }, rng.fork(name));
  layer.bias!.assign(rng.fork(name).fork('bias').normal([filters]));
  return layer;
}

/** The largest difference of the two readings, over all pixels of two images; the host and the backend's kernel must read alike. */
async function gap(network: PixelNetwork, channels: number, condition?: tf.Tensor4D, [height, width] = [oddHeight, evenWidth]): Promise<number> {
  const x = rng.fork('x').uniform<tf.Rank.R4>([2, height, width, channels]);
  const whole = tf.tidy(() => network.apply(parallelOps(), x, condition));
  const size = condition && ((condition.shape[1] === 1 ? 'pixel' : 'map') as 'pixel' | 'map');
  const program = await compile(network, { channels, ...(condition && { condition: { channels: condition.shape[3], size: size! } }) });
  const given = condition && { condition: (await condition.data()) as Float32Array };
  const machines = [createHostMachine, createMachine].map((create) => create(program, { count: 2, height, width, ...given }));
  const [pixels, wanted] = [(await x.array()) as number[][][][], (await whole.array()) as number[][][][]];
  let worst = 0;
  for (let row = 0; row < height; row++) {
    for (const machine of machines) machine.startRow(row);
    for (let column = 0; column < width; column++) {
      const [got, accelerated] = [await machines[0]!.parameters(row, column), await machines[1]!.parameters(row, column)];
      expect(accelerated).toEqual(got);
      const expected = wanted.flatMap((image) => image[row]![column]!);
      expect(got).toHaveLength(expected.length);
      worst = Math.max(worst, ...expected.map((value, i) => Math.abs(value - got[i]!)));
      for (const machine of machines) machine.setPixel(row, column, pixels.flatMap((image) => image[row]![column]!));
    }
  }
  tf.dispose([x, whole]);
  for (const machine of machines) machine.dispose();
  return worst;
}

const first = masked('first', 1, 6, { type: 'A', kernelSize: 5 });
const later = masked('later', 6, 6);
const narrow = masked('narrow', 6, 3, { kernelSize: 1 });

test('masked convolutions, activations and sums', async () => {
  const network: PixelNetwork = {
    apply<T>(ops: PixelOps<T>, x: T): T {
      const h = ops.apply(first, ops.affine(x, 2, -1), 'relu');
      const elus = ops.slice(ops.activate(h, 'concatElu'), 3, 6);
      const sum = ops.add(h, ops.multiply(ops.apply(later, elus), ops.activate(elus, 'sigmoid')));
      return ops.concat([ops.apply(narrow, ops.activate(sum, 'tanh')), ops.activate(sum, 'gated')]);
    },
  };
  expect(await gap(network, 1)).toBeLessThan(3e-6);
});

test('a vertical stack is computed a row at a time, and feeds the horizontal one', async () => {
  const vertical = masked('vertical', 1, 6, { type: 'A', shape: 'vertical' });
  const deeper = masked('deeper', 6, 6, { shape: 'vertical' });
  const horizontal = masked('horizontal', 1, 6, { type: 'A', shape: 'horizontal' });
  const network: PixelNetwork = {
    apply<T>(ops: PixelOps<T>, x: T): T {
      const above = ops.apply(deeper, ops.apply(vertical, x, 'relu'), 'relu');
      return ops.apply(narrow, ops.add(ops.apply(horizontal, x), above), 'elu');
    },
  };
  expect(await gap(network, 1)).toBeLessThan(3e-6);
  const { instructions } = await compile(network, { channels: 1 });
  expect(instructions.map(({ phase }) => phase)).toEqual(['row', 'row', 'pixel', 'pixel', 'pixel']);
});

test('a condition of a map, or of a pixel for all', async () => {
  const project = masked('project', 2, 6, { kernelSize: 1 });
  const network: PixelNetwork = {
    apply<T>(ops: PixelOps<T>, x: T, condition?: T): T {
      return ops.apply(later, ops.add(ops.apply(first, x), ops.apply(project, condition!)), 'relu');
    },
  };
  const map = rng.fork('map').normal<tf.Rank.R4>([2, oddHeight, evenWidth, 2]);
  const pixel = rng.fork('pixel').normal<tf.Rank.R4>([2, 1, 1, 2]);
  expect(await gap(network, 1, map)).toBeLessThan(3e-6);
  expect(await gap(network, 1, pixel)).toBeLessThan(3e-6);
  tf.dispose([map, pixel]);
});

test('shifts, and colours', async () => {
  const network: PixelNetwork = {
    apply<T>(ops: PixelOps<T>, x: T): T {
      return ops.apply(narrow, ops.concat([ops.shiftDown(x), ops.shiftRight(ops.affine(x, 3, 1))]));
    },
  };
  expect(await gap(network, 3)).toBeLessThan(3e-6);
});

const side = (top: number, left: number, right: number): PixelLayer['padding'] => ({ top, bottom: 0, left, right });

/** Half the rows and columns. */
function halving(name: string, columns: number, padding: PixelLayer['padding']): PixelLayer {
  const layer = new Conv2d({ inputs: 6, filters: 6, kernelSize: [2, columns], strides: 2, padding }, rng.fork(name));
  return causal(layer, padding, 2);
}

/** Twice the rows and columns; of what the kernel adds beside the image, `left` columns are cut off. */
function doubling(name: string, columns: number, left: number): PixelLayer {
  const layer = new Conv2dTranspose({ inputs: 6, filters: 6, kernelSize: [2, columns], strides: 2, padding: 'valid' }, rng.fork(name));
  layer.bias!.assign(rng.fork(name).fork('bias').normal([6]));
  return {
    bias: layer.bias,
    padding: side(0, left, 0),
    stride: 2,
    transposed: true,
    effectiveKernel: () => tf.transpose(layer.kernel, [0, 1, 3, 2]),
    apply: (x, activation) => tf.slice(layer.apply(x, activation), [0, 0, left, 0], [-1, -1, 2 * x.shape[2], -1]),
  };
}

test.each([[4, 6], [8, 4], [2, 2]])('half the rows and columns, and back, of %i x %i pixels', async (height, width) => {
  const above = masked('above', 1, 6, { type: 'A', shape: 'vertical' });
  const [halfAbove, halfBefore] = [halving('half above', 3, side(1, 1, 1)), halving('half before', 2, side(1, 1, 0))];
  const [twiceAbove, twiceBefore] = [doubling('twice above', 3, 1), doubling('twice before', 2, 0)];
  const network: PixelNetwork = {
    apply<T>(ops: PixelOps<T>, x: T): T {
      const [rows, pixels] = [ops.apply(above, x), ops.apply(first, x)];
      const coarseRows = ops.apply(halfAbove, rows, 'elu');
      const coarse = ops.apply(later, ops.add(ops.apply(halfBefore, pixels, 'elu'), coarseRows), 'elu');
      const back = ops.add(ops.apply(twiceBefore, coarse), ops.apply(twiceAbove, coarseRows));
      return ops.apply(narrow, ops.add(ops.apply(later, back), pixels)); // a short-cut past the coarse maps
    },
  };
  expect(await gap(network, 1, undefined, [height, width])).toBeLessThan(1e-5);
  const { maps, instructions } = await compile(network, { channels: 1 });
  expect(instructions.map(({ output }) => maps[output]!.scale)).toEqual([1, 1, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1]);
});

test('dropout drops for training only', async () => {
  const network: PixelNetwork = { apply: <T>(ops: PixelOps<T>, x: T): T => ops.dropout(ops.dropout(ops.apply(first, x), 0.5), 0.5) };
  expect(await gap(network, 1)).toBeLessThan(3e-6);
  const x = rng.fork('x').uniform<tf.Rank.R4>([20, 5, 5, 1]);
  const zeros = tf.tidy(() => network.apply(parallelOps(rng.fork('dropout')), x).dataSync().filter((value) => value === 0).length);
  expect(Math.abs(zeros / (20 * 5 * 5 * 6) - 0.75)).toBeLessThan(0.04);
  x.dispose();
});

function causal(layer: Conv2d, padding: PixelLayer['padding'], stride: number): PixelLayer {
  return { bias: layer.bias, padding, stride, effectiveKernel: () => layer.kernel, apply: (x, activation) => layer.apply(x, activation) };
}

test('a layer that looks at a later pixel is refused', async () => {
  const wrong = causal(new Conv2d({ inputs: 1, filters: 1, kernelSize: 3 }, rng.fork('wrong')), { top: 1, bottom: 1, left: 1, right: 1 }, 1);
  await expect(compile({ apply: (ops, x) => ops.apply(wrong, x) }, { channels: 1 })).rejects.toThrow('must look at earlier pixels only, got one 0 rows down and 1 columns to the right');
});

test('a condition of the wrong size is refused', async () => {
  const network: PixelNetwork = { apply: (ops, x, condition) => ops.add(ops.apply(first, x), condition!) };
  const program = await compile(network, { channels: 1, condition: { channels: 6, size: 'pixel' } });
  const wishes = { count: 2, height: 3, width: 3 };
  expect(() => createMachine(program, wishes)).toThrow('must be of 12 numbers, got none');
  expect(() => createMachine(program, { ...wishes, condition: new Float32Array(13) })).toThrow('must be of 12 numbers, got 13');
});

test('weights that are not finite are refused', async () => {
  const broken = masked('broken', 1, 2, { type: 'A' });
  broken.bias!.assign(tf.tensor1d([0, Number.NaN]));
  await expect(compile({ apply: (ops, x) => ops.apply(broken, x) }, { channels: 1 })).rejects.toThrow('must be finite, got NaN');
});
