import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { SimdBackend } from '../../backend.ts';
import { runOn, runOnThreads } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';
import { blocksOf, foldInto, unfold } from './depth.ts';

beforeAll(() => startSimd({ threads: 2 }));

type Shape5 = [number, number, number, number, number];
type Triple = [number, number, number];

interface Case { shape: Shape5; filter: Shape5; strides: Triple; dilations: Triple; pad: 'valid' | 'same' }

const upTo = (max: number) => fc.integer({ min: 1, max });
const triple = (max: number) => fc.tuple(upTo(max), upTo(max), upTo(max));
const cases: fc.Arbitrary<Case> = fc
  .record({ batch: upTo(3), sizes: triple(6), window: triple(3), channels: upTo(6), out: upTo(5), steps: triple(3), dilated: fc.boolean(), pad: fc.constantFrom('valid' as const, 'same' as const) })
  .map(({ batch, sizes, window, channels, out, steps, dilated, pad }) => ({
    shape: [batch, ...sizes.map((size, i) => size + (window[i]! - 1) * 2), channels] as Shape5, // large enough for any window
    filter: [...window, channels, out] as Shape5,
    strides: dilated ? [1, 1, 1] : steps,
    dilations: dilated ? steps.map((step) => Math.min(step, 2)) as Triple : [1, 1, 1],
    pad,
  }));

/** Numbers in [-1, 1] in no order. */
const numbers = (shape: readonly number[], seed: number) =>
  Float32Array.from({ length: tf.util.sizeFromShape([...shape]) }, (_, i) => Math.sin(i * 12.9898 + seed));

/** Calls back with the places in input, filter and output of every product that a convolution adds up. */
function eachProduct({ shape, filter, strides, dilations, pad }: Case, visit: (x: number, w: number, y: number) => void): number[] {
  const { outShape, padInfo } = tf.backend_util.computeConv3DInfo(shape, filter, strides, dilations, pad);
  const before = [padInfo.front, padInfo.top, padInfo.left];
  const [window, places] = [filter.slice(0, 3), outShape.slice(1, 4)];
  const at = (size: readonly number[], place: readonly number[]) => place.reduce((index, each, i) => index * size[i]! + each, 0);
  const all = [outShape[0], ...places, ...window];
  for (let i = 0; i < tf.util.sizeFromShape(all); i++) {
    const [image, ...rest] = tf.util.indexToLoc(i, 7, tf.util.computeStrides(all));
    const [place, tap] = [rest.slice(0, 3), rest.slice(3)];
    const from = place.map((each, axis) => each * strides[axis]! + tap[axis]! * dilations[axis]! - before[axis]!);
    if (from.some((each, axis) => each < 0 || each >= shape[axis + 1]!)) continue;
    for (let c = 0; c < filter[3]; c++)
      for (let o = 0; o < filter[4]; o++) visit(at(shape, [image!, ...from, c]), at(filter, [...tap, c, o]), at(outShape, [image!, ...place, o]));
  }
  return outShape;
}

const gapOf = (actual: ArrayLike<number>, expected: ArrayLike<number>) => Math.max(0, ...Array.from(expected, (value, i) => Math.abs(value - actual[i]!)));

const run = (kernel: string, inputs: Record<string, tf.Tensor>, attrs: object) =>
  runOn('simd', () => tf.engine().runKernel(kernel, inputs, attrs as tf.NamedAttrMap) as tf.Tensor);

test('forward and both gradients are the sums of products that they should be', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (each) => {
      const [x, w] = [numbers(each.shape, 1), numbers(each.filter, 2)];
      const outShape = eachProduct(each, () => {});
      const dy = numbers(outShape, 3);
      const expected = [outShape, each.shape, each.filter].map((shape) => new Float64Array(tf.util.sizeFromShape(shape)));
      const [y, dx, dw] = expected as [Float64Array, Float64Array, Float64Array];
      eachProduct(each, (i, j, k) => { y[k]! += x[i]! * w[j]!; dx[i]! += dy[k]! * w[j]!; dw[j]! += x[i]! * dy[k]!; });
      const { strides, pad, dilations } = each;
      const tensors = { x: tf.tensor(x, each.shape), filter: tf.tensor(w, each.filter), dy: tf.tensor(dy, outShape) };
      const forward = await run('Conv3D', tensors, { strides, pad, dilations });
      expect(forward.shapes[0]).toEqual(outShape);
      expect(gapOf(forward.values[0]!, y)).toBeLessThan(1e-4);
      if (dilations.every((dilation) => dilation === 1)) {
        const byInput = await run('Conv3DBackpropInputV2', tensors, { strides, pad, inputShape: each.shape });
        const byFilter = await run('Conv3DBackpropFilterV2', tensors, { strides, pad, filterShape: each.filter });
        expect([byInput.shapes[0], byFilter.shapes[0]]).toEqual([each.shape, each.filter]);
        expect(Math.max(gapOf(byInput.values[0]!, dx), gapOf(byFilter.values[0]!, dw))).toBeLessThan(1e-4);
      }
      tf.dispose(tensors);
    }),
    { numRuns: 30 },
  );
});

test('windows in blocks are those of one block, and so is what they give back, to the bit', async () => {
  const windows = { batch: 2, depth: 5, height: 3, width: 4, channels: 3, planes: 3, window: 3, stride: 2, dilation: 1, before: 1 };
  const blocks = blocksOf(windows, 4 * 3 * 4 * 3 * 3 * 2); // two windows each
  expect(blocks).toEqual([{ from: 0, to: 2 }, { from: 2, to: 4 }, { from: 4, to: 6 }]);
  const backend = tf.backend() as unknown as SimdBackend;
  const volumes = tf.tensor(numbers([2, 5, 3, 4, 3], 1), [2, 5, 3, 4, 3]);
  const inBlocks = (some: typeof blocks) => {
    const back = tf.zeros([2, 5, 3, 4, 3]);
    const images = some.map((block) => {
      const part = unfold(backend, volumes, windows, block);
      foldInto(backend, back, windows, part, block);
      return backend.readSync(part.dataId) as Float32Array;
    });
    return { images: images.flatMap((part) => [...part]), back: back.dataSync() };
  };
  expect(inBlocks(blocks)).toEqual(inBlocks(blocksOf(windows)));
});

/** All three kernels. */
function convolutions(): tf.Tensor[] {
  const [x, filter] = [tf.tensor(numbers([2, 4, 9, 11, 5], 1), [2, 4, 9, 11, 5]), tf.tensor(numbers([3, 3, 3, 5, 4], 2), [3, 3, 3, 5, 4])] as [tf.Tensor5D, tf.Tensor5D];
  const y = tf.conv3d(x, filter, [1, 2, 1], 'same');
  const attrs = { strides: [1, 2, 1], pad: 'same' };
  return [
    y,
    tf.engine().runKernel('Conv3DBackpropInputV2', { dy: y, filter }, { ...attrs, inputShape: x.shape }),
    tf.engine().runKernel('Conv3DBackpropFilterV2', { dy: y, x }, { ...attrs, filterShape: filter.shape }),
  ] as tf.Tensor[];
}

test('any number of threads gives the same bits', async () => {
  const [one, ...more] = await runOnThreads(convolutions);
  for (const other of more) expect(other).toEqual(one);
});

test('no memory is left', () => {
  const { heap } = (tf.backend() as unknown as SimdBackend).machine;
  const before = heap.bytesInUse;
  tf.dispose(tf.tidy(convolutions));
  expect(heap.bytesInUse).toBe(before);
});
