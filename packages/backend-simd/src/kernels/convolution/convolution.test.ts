import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { difference, runOn, runOnThreads } from '../../testing/compare.ts';
import { type Example, examples, infoOf, numbers, result, run } from '../../testing/convolution-example.ts';
import { naiveFilterGradient, naiveForward, naiveInputGradient } from '../../testing/naive-convolution.ts';
import { startSimd } from '../../testing/start.ts';
import type { Layout } from './info.ts';

/** Rounding: sums of at most a hundred products. */
const CLOSE = 2e-6;

const kernels = {
  dense: ['Conv2D', 'Conv2DBackpropInput', 'Conv2DBackpropFilter'],
  depthwise: ['DepthwiseConv2dNative', 'DepthwiseConv2dNativeBackpropInput', 'DepthwiseConv2dNativeBackpropFilter'],
} as const;

/** The three kernels of an example on the current backend, in their order. */
function runAll({ layout, xShape, filterShape, attributes, seed }: Example): tf.Tensor[] {
  const { outShape } = infoOf({ layout, xShape, filterShape, attributes, seed });
  const [x, filter, dy] = [xShape, filterShape, outShape].map((shape, i) => tf.tensor(numbers(shape, seed + i), shape));
  const [forward, inputGradient, filterGradient] = kernels[layout];
  return [
    run(forward, { x: x!, filter: filter! }, attributes),
    run(inputGradient, { dy: dy!, filter: filter! }, { ...attributes, inputShape: xShape }),
    run(filterGradient, { x: x!, dy: dy! }, { ...attributes, filterShape }),
  ];
}

function naive(example: Example) {
  const { xShape, filterShape, seed } = example;
  const info = infoOf(example);
  const [x, filter, dy] = [xShape, filterShape, info.outShape].map((shape, i) => numbers(shape, seed + i));
  const depthwise = example.layout === 'depthwise';
  return [
    result(info.outShape, naiveForward(info, x!, filter!, depthwise)),
    result(info.inShape, naiveInputGradient(info, dy!, filter!, depthwise)),
    result(info.filterShape, naiveFilterGradient(info, x!, dy!, depthwise)),
  ];
}

async function expectNaive(example: Example): Promise<void> {
  const expected = naive(example);
  const { shapes, values } = await runOn('simd', () => runAll(example));
  expected.forEach((each, i) => {
    expect(difference(result(shapes[i]!, values[i]!), each), kernels[example.layout][i]).toBeLessThan(CLOSE);
  });
}

describe.each<Layout>(['dense', 'depthwise'])('a %s convolution', (layout) => {
  beforeAll(() => startSimd({ threads: 1 }));

  it('and its two gradients are what the definition says', async () => {
    await fc.assert(fc.asyncProperty(examples(layout), expectNaive), { numRuns: 150, seed: 1 });
  });

  it.each([
    ['many images', [6, 20, 20, 12], [3, 3, 12, 5]],
    ['a wide filter', [1, 7, 7, 64], [7, 7, 64, 70]],
  ])('of %s does not depend on the number of threads', async (_, xShape, filterShape) => {
    const attributes = { strides: 1, pad: 'same', dataFormat: 'NHWC' } as const;
    const [one, ...others] = await runOnThreads(() => runAll({ layout, xShape, filterShape, attributes, seed: 3 }));
    for (const other of others) expect(other).toEqual(one);
    await startSimd({ threads: 1 });
  });

  it('of an image does not depend on the batch it stands in', async () => {
    const attributes = { strides: [2, 1], pad: 'same', dataFormat: 'NHWC' } as const;
    const [x, filter, dy] = [[5, 9, 7, 6], [3, 3, 6, 2], [5, 5, 7, layout === 'dense' ? 2 : 12]];
    const ops = (batch: number) => {
      const first = (shape: number[], seed: number) => tf.slice(tf.tensor(numbers(shape, seed), shape), 0, [batch, ...shape.slice(1)]);
      const weights = tf.tensor(numbers(filter!, 1), filter!);
      const [forward, inputGradient] = kernels[layout];
      return [
        run(forward, { x: first(x!, 2), filter: weights }, attributes),
        run(inputGradient, { dy: first(dy!, 3), filter: weights }, { ...attributes, inputShape: [batch, ...x!.slice(1)] }),
      ].map((images) => tf.slice(images, 0, [1, ...images.shape.slice(1)]));
    };
    expect(await runOn('simd', () => ops(5))).toEqual(await runOn('simd', () => ops(1)));
  });

  it('gives back all the memory that it takes', async () => {
    const attributes = { strides: 2, pad: 'same', dataFormat: 'NHWC' } as const;
    const example = { layout, xShape: [3, 9, 9, 6], filterShape: [3, 3, 6, 3], attributes, seed: 4 };
    const used = () => tf.memory() as tf.MemoryInfo & { numBytesInWasm: number; numBytesReserved: number };
    await runOn('simd', () => runAll(example));
    const before = used();
    for (let i = 0; i < 50; i++) await runOn('simd', () => runAll(example));
    expect(used()).toEqual(before);
  });
});

describe('a dense convolution', () => {
  beforeAll(() => startSimd({ threads: 1 }));

  const large: [string, number[], number[], object][] = [
    ['more depth than one block', [1, 3, 3, 150], [3, 3, 150, 9], { strides: 1, pad: 'same' }],
    ['a column of more depth than one block', [1, 3, 3, 500], [2, 2, 500, 1], { strides: 1, pad: 'same' }],
    ['more pixels than one group', [2, 14, 13, 4], [2, 2, 4, 3], { strides: 1, pad: 'valid' }],
    ['an image in many bands', [1, 60, 60, 4], [3, 3, 4, 16], { strides: 1, pad: 'same' }],
    ['an image larger than the room for a copy', [2, 40, 40, 32], [3, 3, 32, 2], { strides: 2, pad: 'same' }],
    ['few positions for a wide filter', [2, 5, 5, 64], [5, 5, 64, 70], { strides: 1, pad: 'valid' }],
    ['strides wider than the filter', [1, 11, 11, 3], [2, 1, 3, 4], { strides: [4, 5], pad: 'valid' }],
  ];

  it.each(large)('takes %s', async (_, xShape, filterShape, attributes) => {
    const complete = { dataFormat: 'NHWC', ...attributes } as Example['attributes'];
    await expectNaive({ layout: 'dense', xShape, filterShape, attributes: complete, seed: 5 });
  });

  it('leaves out taps of zeros, wherever they are', async () => {
    const shape = [3, 3, 5, 4];
    const mask = (taps: number) => numbers(shape, 6).map((value, i) => ((taps >> Math.floor(i / 20)) & 1 ? value : 0));
    for (const taps of [0, 0b000001111, 0b111100000, 0b101010101, 0b000010000]) {
      const ops = () => {
        const x = tf.tensor4d(numbers([2, 6, 5, 5], 7), [2, 6, 5, 5]);
        const y = tf.conv2d(x, tf.tensor4d(mask(taps), [3, 3, 5, 4]), 1, 'same');
        return [y, tf.conv2dTranspose(y, tf.tensor4d(mask(taps), [3, 3, 5, 4]), [2, 6, 5, 5], 1, 'same')];
      };
      expect(difference(await runOn('simd', ops), await runOn('cpu', ops))).toBeLessThan(CLOSE);
    }
  });

  it('hands on NaN and infinity, but from under a tap of zeros', async () => {
    const ops = () => {
      const x = tf.tensor4d([Number.NaN, 1, 2, Number.POSITIVE_INFINITY, 3], [1, 1, 5, 1]);
      return tf.conv2d(x, tf.tensor4d([1, 0, 1], [1, 3, 1, 1]), 1, 'same');
    };
    const { values } = await runOn('simd', ops);
    expect(values[0]).toEqual([1, Number.NaN, Number.POSITIVE_INFINITY, 5, Number.POSITIVE_INFINITY]);
  });

  it('leaves channels first, int32 and nothing to the cpu backend', async () => {
    const attributes = { strides: 1, pad: 'same', dilations: 1 };
    const ops = () => {
      const [x, filter] = [[2, 5, 5, 3], [2, 2, 3, 4]].map((shape) => tf.tensor(numbers(shape, 8), shape));
      const channelsFirst = tf.transpose(x!, [0, 3, 1, 2]);
      const integers = tf.cast(tf.mul(x!, 10), 'int32');
      return [
        run('Conv2D', { x: channelsFirst, filter: filter! }, { ...attributes, dataFormat: 'NCHW' }),
        run('Conv2D', { x: integers, filter: filter! }, { ...attributes, dataFormat: 'NHWC' }),
        run('Conv2D', { x: tf.zeros([0, 5, 5, 3]), filter: filter! }, { ...attributes, dataFormat: 'NHWC' }),
      ];
    };
    expect(difference(await runOn('simd', ops), await runOn('cpu', ops))).toBeLessThan(CLOSE);
  });
});
