import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { forEach, numbered, onBoth, shaped } from '../../testing/arbitrary-tensors.ts';
import { runOnThreads } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd());

/** A tensor, one of its axes, and the sizes of pieces along it. */
const inPieces = fc
  .record({ x: shaped, turn: fc.nat(), sizes: fc.array(fc.nat(5), { minLength: 1, maxLength: 5 }) })
  .filter(({ x }) => x.shape.length > 0)
  .map(({ x, turn, sizes }) => ({ x, axis: turn % x.shape.length, sizes }));

const resized = (shape: number[], axis: number, size: number) => shape.map((extent, other) => (other === axis ? size : extent));

test('concat', () =>
  forEach(inPieces, async ({ x: { shape, dtype }, axis, sizes }) => {
    const { simd, cpu } = await onBoth(() =>
      tf.concat(
        sizes.map((size) => numbered({ shape: resized(shape, axis, size), dtype })),
        axis,
      ),
    );
    expect(simd).toEqual(cpu);
  }));

test('split', () =>
  forEach(inPieces, async ({ x: { shape, dtype }, axis, sizes }) => {
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const { simd, cpu } = await onBoth(() => tf.split(numbered({ shape: resized(shape, axis, total), dtype }), sizes, axis));
    expect(simd).toEqual(cpu);
  }));

test('stack and unstack', () =>
  forEach(
    fc.record({ x: shaped.filter(({ shape }) => shape.length < 6), turn: fc.nat(), count: fc.integer({ min: 1, max: 4 }) }),
    async ({ x, turn, count }) => {
      const axis = turn % (x.shape.length + 1);
      const { simd, cpu } = await onBoth(() => {
        const stacked = tf.stack(
          Array.from({ length: count }, () => numbered(x)),
          axis,
        );
        return x.shape.includes(0) ? stacked : [stacked, ...tf.unstack(stacked, axis)]; // of nothing, the cpu kernel makes an error
      });
      expect(simd).toEqual(cpu);
    },
  ));

test('more pieces than fit into one call of a kernel', async () => {
  const { simd, cpu } = await onBoth(() => {
    const whole = tf.concat(
      Array.from({ length: 130 }, (_, piece) => tf.fill([3, 1 + (piece % 2)], piece)),
      1,
    );
    return [whole, ...tf.split(whole, 195 / 3, 1)];
  });
  expect(simd).toEqual(cpu);
});

test('pieces of different types', async () => {
  const { simd, cpu } = await onBoth(() => tf.concat([tf.tensor1d([1, 2], 'int32'), tf.tensor1d([1, 0], 'bool')]));
  expect(simd).toEqual(cpu);
});

test('threads change nothing', async () => {
  const [one, ...more] = await runOnThreads(() => {
    const x = numbered({ shape: [200, 260], dtype: 'float32' });
    return [tf.concat([x, x], 1), ...tf.split(x, [100, 7, 153], 1), ...tf.split(x, 2)];
  });
  for (const other of more) expect(other).toEqual(one);
});
