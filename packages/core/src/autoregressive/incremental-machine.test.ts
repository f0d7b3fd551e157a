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
import type { PixelLayer, PixelOps, PixelRecurrence } from './pixel-ops.ts';

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

/** An LSTM as it is defined, pixel after pixel, from the right where a tap lies there. */
function recurrence(name: string, hidden: number, taps: PixelRecurrence['taps'], cell: PixelRecurrence['cell']): PixelRecurrence {
  const kernel = rng.fork(name).normal<tf.Rank.R3>([taps.length, hidden, 4 * hidden]);
  return { hidden, taps, cell, effectiveKernel: () => kernel, apply };

  function apply(gates: tf.Tensor4D): tf.Tensor4D {
    const [count, height, width] = gates.shape;
    const backwards = cell[0] === 0 && cell[1] > 0;
    const states: tf.Tensor2D[] = [];
    const cells: tf.Tensor2D[] = [];
    const at = (maps: tf.Tensor2D[], row: number, column: number) => (row < 0 || column < 0 || column >= width ? undefined : maps[row * width + column]!);
    for (let row = 0; row < height; row++) {
      for (let i = 0; i < width; i++) {
        const column = backwards ? width - 1 - i : i;
        let sums: tf.Tensor2D = tf.reshape(tf.slice(gates, [0, row, column, 0], [count, 1, 1, 4 * hidden]), [count, 4 * hidden]);
        for (const [t, tap] of taps.entries()) {
          const state = at(states, row + tap[0], column + tap[1]);
          if (state) sums = tf.add(sums, tf.matMul(state, tf.reshape(tf.slice(kernel, [t, 0, 0], [1, hidden, 4 * hidden]), [hidden, 4 * hidden])));
        }
        const [output, forget, input, content] = tf.split(sums, 4, 1) as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
        const before = at(cells, row + cell[0], column + cell[1]) ?? tf.zeros<tf.Rank.R2>([count, hidden]);
        const next: tf.Tensor2D = tf.add(tf.mul(tf.sigmoid(forget), before), tf.mul(tf.sigmoid(input), tf.tanh(content)));
        cells[row * width + column] = next;
        states[row * width + column] = tf.mul(tf.sigmoid(output), tf.tanh(next));
      }
    }
    return tf.reshape(tf.stack(states, 1), [count, height, width, hidden]);
  }
}

const gateways = masked('gates', 6, 12, { kernelSize: 1 });
const rowByRow = recurrence('row by row', 3, [[-1, -1], [-1, 0], [-1, 1]], [-1, 0]);
const fromLeft = recurrence('from the left', 3, [[-1, 0], [0, -1]], [0, -1]);
const fromRight = recurrence('from the right', 3, [[-1, 0], [0, 1]], [0, 1]);

test.each([['row by row', rowByRow], ['from the left', fromLeft]])('a recurrence %s', async (_, layer) => {
  const network: PixelNetwork = {
    apply<T>(ops: PixelOps<T>, x: T): T {
      const states = ops.recur(layer, ops.apply(gateways, ops.apply(first, x)));
      return ops.add(states, ops.recur(layer, ops.apply(gateways, ops.concat([states, states])))); // deeper
    },
  };
  expect(await gap(network, 1)).toBeLessThan(3e-6);
  const { instructions } = await compile(network, { channels: 1 });
  expect(instructions.every(({ phase }) => phase === 'pixel')).toBe(true);
});

test('a recurrence from the right is computed of the row before, and shown to the next one', async () => {
  const direct = masked('direct', 1, 12, { kernelSize: 1 }); // may look at the own pixel, as only the next row sees it
  const network: PixelNetwork = {
    apply<T>(ops: PixelOps<T>, x: T): T {
      const above = ops.shiftDown(ops.recur(fromRight, ops.apply(direct, x)));
      const left = ops.recur(fromLeft, ops.apply(gateways, ops.apply(first, x)));
      const sum = ops.add(left, above);
      return ops.add(sum, ops.shiftDown(ops.recur(fromRight, ops.apply(gateways, ops.concat([sum, left])))));
    },
  };
  expect(await gap(network, 1)).toBeLessThan(3e-6);
  const { instructions } = await compile(network, { channels: 1 });
  const late = instructions.filter((instruction) => instruction.op === 'recur' && instruction.backwards);
  expect(late.map(({ phase }) => phase)).toEqual(['row', 'row']);
});

test('a recurrence from the right that its own row sees is refused', async () => {
  const network: PixelNetwork = { apply: (ops, x) => ops.apply(narrow, ops.recur(fromRight, ops.apply(gateways, ops.apply(first, x)))) };
  await expect(compile(network, { channels: 1 })).rejects.toThrow('must be shifted down a row');
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

test('an output that sees its own pixel is refused', async () => {
  const own = masked('own', 1, 6);
  await expect(compile({ apply: (ops, x) => ops.apply(narrow, ops.apply(own, x)) }, { channels: 1 })).rejects.toThrow('got an output that sees it');
  await expect(compile({ apply: (ops, x) => ops.add(ops.apply(own, x), ops.apply(first, x)) }, { channels: 1 })).rejects.toThrow('got the image itself beside features');
});

test('what sees its own pixel may be shown to later ones', async () => {
  const own = masked('own', 3, 6);
  const network: PixelNetwork = { apply: (ops, x) => ops.add(ops.shiftRight(ops.apply(own, x)), ops.shiftDown(ops.apply(later, ops.apply(own, x)))) };
  expect(await gap(network, 3)).toBeLessThan(3e-6);
});

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
