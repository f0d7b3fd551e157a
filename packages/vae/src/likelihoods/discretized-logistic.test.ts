import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { discretizedLogistic } from './discretized-logistic.ts';

const spec = { shape: [4, 1], domain: { levels: 256 } } as const;

test('black and white that are certain cost nothing beside greys that are not, though all share a scale', async () => {
  const [black, white, grey] = [0, 1, 0.4] as const;
  const x = tf.tensor3d([[[black], [white], [grey], [grey]]]);
  const means = [-12, 12, 0, 0]; // 3 from 0.5: 18 scales beyond the edges
  const parameters = tf.tensor3d([means.map((mean) => [mean, 0])]);
  const logProb = discretizedLogistic().logProb(x, parameters, spec);
  const alone = discretizedLogistic().logProb(tf.fill([1, 2, 1], grey), tf.zeros([1, 2, 2]), { ...spec, shape: [2, 1] });
  expect((await logProb.data())[0]).toBeCloseTo((await alone.data())[0]!, 5);
  tf.dispose([x, parameters, logProb, alone]);
});
