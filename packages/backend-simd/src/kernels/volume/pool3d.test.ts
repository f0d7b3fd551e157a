import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { SimdBackend } from '../../backend.ts';
import { runOn, runOnThreads } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd({ threads: 2 }));

type Triple = [number, number, number];
type Shape5 = [number, number, number, number, number];

interface Case { shape: Shape5; filterSize: Triple; strides: Triple; pad: 'valid' | 'same' | number; dimRoundingMode?: 'floor' | 'ceil' | 'round' }

const between = (min: number, max: number) => fc.integer({ min, max });
const triple = (min: number, max: number) => fc.tuple(between(min, max), between(min, max), between(min, max));
const padding: fc.Arbitrary<Pick<Case, 'pad' | 'dimRoundingMode'>> = fc.oneof(
  fc.record({ pad: fc.constantFrom('valid' as const, 'same' as const) }),
  fc.record({ pad: fc.nat(1), dimRoundingMode: fc.constantFrom('floor' as const, 'ceil' as const, 'round' as const) }),
);
const cases: fc.Arbitrary<Case> = fc
  .record({ batch: between(1, 3), sizes: triple(3, 6), channels: between(1, 6), filterSize: triple(1, 3), strides: triple(1, 3), padding })
  .map(({ batch, sizes, channels, padding: pads, ...rest }): Case => ({ shape: [batch, ...sizes, channels], ...pads, ...rest }))
  .filter((each) => windowsOf(each).windows.every(({ length }) => length > 0));

/** Small integers: ties are frequent. */
const numbers = (shape: readonly number[], seed: number) =>
  Float32Array.from({ length: tf.util.sizeFromShape([...shape]) }, (_, i) => Math.round(Math.sin(i * 12.9898 + seed) * 9));

/** Under each place of the output, the places of the input inside the volume, in their order. */
function windowsOf({ shape, filterSize, strides, pad, dimRoundingMode }: Case): { outShape: number[]; windows: number[][] } {
  const { outShape, padInfo } = tf.backend_util.computePool3DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
  const before = [padInfo.front, padInfo.top, padInfo.left];
  const windows = Array.from({ length: tf.util.sizeFromShape(outShape) }, (_, i) => {
    const [image, d, h, w, channel] = tf.util.indexToLoc(i, 5, tf.util.computeStrides(outShape)) as Shape5;
    const [planes, rows, columns] = [d, h, w].map((place, axis) =>
      Array.from({ length: filterSize[axis]! }, (_, tap) => place * strides[axis]! + tap - before[axis]!).filter((at) => at >= 0 && at < shape[axis + 1]!),
    ) as [number[], number[], number[]];
    return planes.flatMap((plane) => rows.flatMap((row) => columns.map((column) => (((image * shape[1] + plane) * shape[2] + row) * shape[3] + column) * shape[4] + channel)));
  });
  return { outShape, windows };
}

/** All four, naively, in float64. */
function oracle(x: Float32Array, dy: Float32Array, windows: number[][]): number[][] {
  const [byMean, byMaximum] = [new Array<number>(x.length).fill(0), new Array<number>(x.length).fill(0)];
  const means = windows.map((window) => window.reduce((sum, at) => sum + x[at]!, 0) / window.length);
  const maxima = windows.map((window) => Math.max(...window.map((at) => x[at]!)));
  windows.forEach((window, place) => {
    for (const at of window) byMean[at]! += dy[place]! / window.length;
    byMaximum[window.find((at) => x[at] === maxima[place])!]! += dy[place]!;
  });
  return [means, byMean, maxima, byMaximum];
}

const kernels = (shape: number[], outShape: number[], attrs: object) => () => {
  const [x, dy] = [tf.tensor(numbers(shape, 1), shape), tf.tensor(numbers(outShape, 2), outShape)];
  const run = (kernel: string, inputs: Record<string, tf.Tensor>) => tf.engine().runKernel(kernel, inputs, attrs as tf.NamedAttrMap) as tf.Tensor;
  const output = run('MaxPool3D', { x });
  return [run('AvgPool3D', { x }), run('AvgPool3DGrad', { dy, input: x }), output, run('MaxPool3DGrad', { dy, input: x, output })];
};

async function gapsOn(backend: string, each: Case): Promise<number[]> {
  const { outShape, windows } = windowsOf(each);
  const { shape, ...attrs } = each;
  const { values, shapes } = await runOn(backend, kernels(shape, outShape, attrs));
  expect(shapes).toEqual([outShape, shape, outShape, shape]);
  return oracle(numbers(shape, 1), numbers(outShape, 2), windows).map((expected, i) => Math.max(...expected.map((value, j) => Math.abs(value - values[i]![j]!))));
}

test('means, maxima and their gradients are those of the definition', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (each) => {
      expect(Math.max(...(await gapsOn('simd', each)))).toBeLessThan(1e-5);
    }),
    { numRuns: 40 },
  );
});

test('stock cpu has both gradients wrong: of means by a border, of maxima under windows that are not square', async () => {
  const [, byMean, , byMaximum] = await gapsOn('cpu', { shape: [1, 5, 4, 5, 1], filterSize: [2, 3, 2], strides: [2, 2, 2], pad: 'same' });
  expect([byMean! > 0.1, byMaximum! > 0.1]).toEqual([true, true]);
});

const some = kernels([2, 6, 9, 8, 5], [2, 3, 5, 4, 5], { filterSize: [2, 3, 3], strides: 2, pad: 'same' });

test('any number of threads gives the same bits', async () => {
  const [one, ...more] = await runOnThreads(some);
  for (const other of more) expect(other).toEqual(one);
});

test('no memory is left', () => {
  const { heap } = (tf.backend() as unknown as SimdBackend).machine;
  const before = heap.bytesInUse;
  tf.dispose(tf.tidy(some));
  expect(heap.bytesInUse).toBe(before);
});
