import { adam, type DataSpec, fit, type Trainable } from '@genmodels/core';
import type { Law } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import type { PixelOptions } from '../config.ts';
import { must } from './must.ts';

const spec: DataSpec = { shape: [4, 5, 1], domain: 'binary' };

/** Images that are all alike are 0 nats for a model that has learnt them, and 14 for one that knows nothing. */
export function learningLaw(create: (options: PixelOptions) => Trainable): Law {
  return {
    name: 'it learns rows of one colour, in turn',
    run: async () => {
      const model = create({ spec, seed: 1 });
      const source = { spec, batch: () => ({ x: stripes() }) };
      const { history } = await fit(model, source, { steps: 60, seed: 0, optimizer: adam({ learningRate: 0.03 }) });
      const nats = history.at(-1)!.values['likelihood']!;
      must(nats < 3, () => `the images must have become 3 nats or less, got ${nats}`);
      model.dispose();
    },
  };
}

/** [2, 4, 5, 1] */
function stripes(): tf.Tensor {
  return tf.tidy(() => tf.tile(tf.tensor4d([0, 1, 0, 1], [1, 4, 1, 1]), [2, 1, 5, 1]));
}
