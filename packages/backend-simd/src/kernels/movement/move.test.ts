import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { forEach, numbered, onBoth, shaped, withAxes } from '../../testing/arbitrary-tensors.ts';
import { runOn, runOnThreads } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd());

test('transpose', () => {
  const ordered = shaped.chain((x) =>
    fc.shuffledSubarray([...x.shape.keys()], { minLength: x.shape.length }).map((order) => ({ ...x, order })),
  );
  return forEach(ordered, async ({ order, ...x }) => {
    const { simd, cpu } = await onBoth(() => tf.transpose(numbered(x), order));
    expect(simd).toEqual(cpu);
  });
});

test('slice', () => {
  const range = (extent: number) =>
    fc.tuple(fc.nat(extent), fc.nat(extent)).map(([a, b]) => ({ begin: Math.min(a, b), size: Math.abs(a - b) }));
  return forEach(
    withAxes(range).filter(({ axes }) => axes.length > 0),
    async ({ axes, ...x }) => {
      const { simd, cpu } = await onBoth(() =>
        tf.slice(
          numbered(x),
          axes.map(({ begin }) => begin),
          axes.map(({ size }) => size),
        ),
      );
      expect(simd).toEqual(cpu);
    },
  );
});

test('stridedSlice', () => {
  const place = (extent: number) => fc.integer({ min: -extent, max: extent });
  const range = (extent: number) =>
    fc.record({ begin: place(extent), end: place(extent), stride: fc.constantFrom(-3, -2, -1, 1, 2, 3) });
  const ranges = withAxes(range).filter(({ shape }) => shape.length > 0 && !shape.includes(0));
  return forEach(ranges, async ({ axes, ...x }) => {
    const attributes = (['begin', 'end', 'stride'] as const).map((name) => axes.map((axis) => axis[name]));
    const simd = await runOn('simd', () => tf.stridedSlice(numbered(x), ...(attributes as [number[], number[], number[]])));
    // Not the cpu kernel, which throws where nothing is left.
    const cpu = await runOn('cpu', () =>
      axes.reduce((part, axis, index) => tf.gather(part, places(x.shape[index]!, axis), index), numbered(x)),
    );
    expect(simd).toEqual(cpu);
  });
});

function places(extent: number, { begin, end, stride }: { begin: number; end: number; stride: number }): tf.Tensor1D {
  const [first, stop] = [begin, end].map((place) => (place < 0 ? place + extent : place)) as [number, number];
  const list = [];
  for (let place = Math.min(first, stride < 0 ? extent - 1 : extent); stride < 0 ? place > stop : place < stop; place += stride)
    list.push(place);
  return tf.tensor1d(list, 'int32');
}

test('stridedSlice of one row with steps, for which the cpu kernel takes the steps along the wrong axis', async () => {
  const x = () => numbered({ shape: [2, 6], dtype: 'int32' });
  const { shapes, values } = await runOn('simd', () => tf.stridedSlice(x(), [1, 0], [2, 6], [1, 2], 0, 0, 0, 0, 1));
  expect(shapes).toEqual([[3]]);
  expect(values).toEqual([[7, 9, 11]]);
});

test('reverse', () =>
  forEach(
    withAxes(() => fc.boolean()),
    async ({ axes, ...x }) => {
      const { simd, cpu } = await onBoth(() =>
        tf.reverse(
          numbered(x),
          [...axes.keys()].filter((axis) => axes[axis]),
        ),
      );
      expect(simd).toEqual(cpu);
    },
  ));

test('tile', () =>
  forEach(
    withAxes((extent) => fc.nat(extent > 3 ? 2 : 3)),
    async ({ axes, ...x }) => {
      const { simd, cpu } = await onBoth(() => tf.tile(numbered(x), axes));
      expect(simd).toEqual(cpu);
    },
  ));

test('depthToSpace', () => {
  const sizes = fc.record({
    shape: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 4 }),
    block: fc.constantFrom(2, 3),
  });
  return forEach(sizes, async ({ shape: [batch, height, width, channels], block }) => {
    const shape = [batch!, height!, width!, channels! * block * block];
    const { simd, cpu } = await onBoth(() => tf.depthToSpace(numbered({ shape, dtype: 'float32' }) as tf.Tensor4D, block));
    expect(simd).toEqual(cpu);
  });
});

test('spaceToBatchND and batchToSpaceND', () => {
  const axis = fc
    .record({
      blocks: fc.integer({ min: 1, max: 3 }),
      block: fc.integer({ min: 1, max: 3 }),
      before: fc.nat(2),
      after: fc.nat(2),
    })
    .filter(({ blocks, block, before, after }) => blocks * block > before + after);
  const sizes = fc.record({
    axes: fc.array(axis, { minLength: 1, maxLength: 3 }),
    batch: fc.integer({ min: 1, max: 3 }),
    rest: fc.constantFrom([], [5]),
  });
  return forEach(sizes, async ({ axes, batch, rest }) => {
    const shape = [batch, ...axes.map(({ blocks, block, before, after }) => blocks * block - before - after), ...rest];
    const blocks = axes.map(({ block }) => block);
    const edges = axes.map(({ before, after }) => [before, after]);
    const { simd, cpu } = await onBoth(() => {
      const x = numbered({ shape, dtype: 'float32' });
      const batches = tf.spaceToBatchND(x, blocks, edges);
      return [x, batches, tf.batchToSpaceND(batches, blocks, edges)];
    });
    expect(simd).toEqual(cpu);
    expect(simd.values[2]).toEqual(simd.values[0]);
  });
});

test('what moves nothing copies nothing, and what is copied can be disposed', async () => {
  await tf.setBackend('simd');
  const x = tf.ones([4, 1, 5]);
  const { numDataBuffers } = tf.memory();
  const same = [tf.slice(x, 0), tf.tile(x, [1, 1, 1]), tf.reverse(x, 1)];
  expect(tf.memory().numDataBuffers).toBe(numDataBuffers);
  x.dispose();
  for (const tensor of same) expect(tensor.dataSync()).toEqual(new Float32Array(20).fill(1));
  tf.dispose(same);
  expect(tf.memory().numDataBuffers).toBe(numDataBuffers - 1);
});

test('threads change nothing', async () => {
  const [one, ...more] = await runOnThreads(() => {
    const x = numbered({ shape: [5, 70, 130], dtype: 'float32' });
    return [
      tf.transpose(x, [2, 0, 1]),
      tf.slice(x, [1, 2, 3], [4, 60, 120]),
      tf.slice(x, 1),
      tf.tile(x, [1, 2, 1]),
      tf.reverse(x),
    ];
  });
  for (const other of more) expect(other).toEqual(one);
});
