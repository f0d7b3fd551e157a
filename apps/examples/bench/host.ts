import { createRng } from '@genmodels/core';
import { digits } from '@genmodels/datasets';
import * as tf from '@tensorflow/tfjs-core';
import { medianOf } from './measure.ts';
import type { Row } from './table.ts';

/** What the packages do on the host, whatever the backend. */
export async function benchHost(): Promise<Row[]> {
  const normals = new Float32Array(1e6);
  const bits = digits({ count: 10_000 });
  const source = bits.batches({ size: 128, seed: 0 });
  let step = 0;
  return [
    { what: '1e6 normals', median: await medianOf(9, () => createRng(0).fillNormal(normals)), unit: 'ms', goal: 100 },
    { what: '10,000 digits()', median: await medianOf(3, () => digits({ count: 10_000 })), unit: 'ms', goal: 5000 },
    {
      what: 'a batch of 128 digits, an example',
      median: (1000 / 128) * (await medianOf(50, () => tf.dispose(source.batch(step++).x))),
      unit: 'us',
      goal: 10,
    },
  ];
}
