import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { forEach, numbered, onBoth, withAxes } from '../../testing/arbitrary-tensors.ts';
import { runOnThreads } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd());

const paddings = (most: (extent: number) => number) => (extent: number) => fc.tuple(fc.nat(most(extent)), fc.nat(most(extent)));

test('pad with any value', () => {
  const values = fc.constantFrom(0, 1, -2.5, Number.NaN, Number.POSITIVE_INFINITY);
  return forEach(
    fc.tuple(withAxes(paddings(() => 2)), values).filter(([{ shape }]) => shape.length > 0),
    async ([{ axes, ...x }, value]) => {
      const { simd, cpu } = await onBoth(() => tf.pad(numbered(x), axes, value));
      expect(simd).toEqual(cpu);
    },
  );
});

test.each(['reflect', 'symmetric'] as const)('mirrorPad, %s', (mode) =>
  forEach(withAxes(paddings((extent) => Math.max(0, mode === 'reflect' ? extent - 1 : extent))), async ({ axes, ...x }) => {
    if (x.shape.length === 0 || x.shape.includes(0)) return; // tfjs takes none
    const { simd, cpu } = await onBoth(() => tf.mirrorPad(numbered(x), axes, mode));
    expect(simd).toEqual(cpu);
  }),
);

test('threads change nothing', async () => {
  const edges: [number, number][] = [
    [0, 0],
    [1, 2],
    [3, 0],
    [0, 0],
  ];
  const [one, ...more] = await runOnThreads(() => {
    const x = numbered({ shape: [6, 25, 27, 12], dtype: 'float32' });
    return [tf.pad(x, edges, -1), tf.mirrorPad(x, edges, 'reflect')];
  });
  for (const other of more) expect(other).toEqual(one);
});
