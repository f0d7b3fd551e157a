import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { Conv2d } from '../nn/conv2d.ts';
import { disposeModule } from '../nn/module.ts';
import { WeightNorm } from '../nn/weight-norm.ts';
import { createRng } from '../rng.ts';
import { compile } from './compile.ts';
import { fixedWeightNorm } from './fixed-weight-norm.ts';
import type { PixelLayer } from './pixel-ops.ts';

test('it is the effective kernel of a layer under weight normalisation', async () => {
  const rng = createRng(4);
  const norm = new WeightNorm(new Conv2d({ inputs: 3, filters: 5, kernelSize: 2 }, rng));
  norm.gain.assign(rng.fork('gain').normal([5]));
  const fixed = await fixedWeightNorm(norm);
  const wanted = tf.tidy(() => norm.effectiveKernel());
  const gaps = (await wanted.data()).map((value, i) => Math.abs(value - fixed[i]!));
  expect(Math.max(...gaps)).toBeLessThan(3e-7);
  wanted.dispose();
  disposeModule(norm);
});

test('a program takes the fixed kernel of a layer that has one', async () => {
  const layer: PixelLayer = {
    bias: null,
    padding: { top: 0, bottom: 0, left: 1, right: 0 },
    effectiveKernel: () => tf.zeros([1, 1, 1, 2]),
    fixedKernel: async () => new Float32Array([2, 3]),
    apply: (x) => x,
  };
  const { instructions } = await compile({ apply: (ops, x) => ops.apply(layer, x) }, { channels: 1 });
  expect(instructions).toMatchObject([{ taps: [[{ weights: new Float32Array([2, 3]) }]] }]);
});
