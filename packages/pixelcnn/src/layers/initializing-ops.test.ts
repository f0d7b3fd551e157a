import { createRng, type PixelOps } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { PlusPlusNetwork } from '../networks/plus-plus/plus-plus-network.ts';
import { initializingOps } from './initializing-ops.ts';

test('each layer gives outputs of mean 0 and its standard deviation for the batch that initialises the network', () => {
  const rng = createRng(1);
  const sizes = { channels: 2, parameters: 7, condition: 0, filters: 3, blocks: 2, resolutions: 3, dropout: 0.5 };
  const network = new PlusPlusNetwork(sizes, rng);
  const blocks = [...network.down, ...network.up].flatMap((stage) => stage.blocks.flatMap(({ above, before }) => [above, before]));
  const gates = new Set<unknown>(blocks.map(({ gate }) => gate));
  const seen: number[] = [];
  tf.tidy(() => {
    const ops = initializingOps(rng.fork('dropout'));
    const measured: PixelOps<tf.Tensor4D> = {
      ...ops,
      apply(layer, x, activation) {
        const y = ops.apply(layer, x, activation);
        const deviation = gates.has(layer) ? 0.1 : 1;
        const { mean, variance } = tf.moments(y, [0, 1, 2]);
        mean.dataSync().forEach((value) => expect(value / deviation).toBeCloseTo(0, 4));
        variance.dataSync().forEach((value) => expect(value / deviation ** 2).toBeCloseTo(1, 3));
        seen.push(y.shape[1]);
        return y;
      },
    };
    network.apply(measured, rng.fork('x').uniform<tf.Rank.R4>([5, 8, 4, 2]));
  });
  expect(new Set(seen)).toEqual(new Set([8, 4, 2]));
});
