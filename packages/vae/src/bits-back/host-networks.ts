import { fixedExp, labelsTensor } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { oneHot } from '../one-hot.ts';
import type { Vae } from '../vae.ts';
import type { Normal } from './normal-buckets.ts';

/**
 * A VAE's two networks on the host. They see one example at a time, whether it is written or read: a backend may round its sums
 * otherwise when others stand beside it, and a file is read only where every bit is the same.
 */
export class HostNetworks {
  readonly #vae: Vae;

  constructor(vae: Vae) {
    this.#vae = vae;
  }

  /** q(z given x), a Gaussian for each latent dimension: x are the values of an example, `label` its class, where the model has any. */
  async posterior(x: Float32Array, label?: number): Promise<Normal[]> {
    const { shape } = this.#vae.config.spec;
    const [mean, logVariance] = await read(() => {
      const posterior = this.#vae.encode(tf.tensor(x, [1, ...shape]), label === undefined ? {} : { labels: [label] });
      return [posterior.mean, posterior.logVariance];
    });
    return Array.from(mean!, (value, j) => ({ mean: value, deviation: fixedExp(logVariance![j]! / 2) }));
  }

  /** The parameters of p(x given z), of an example. */
  async parameters(z: Float32Array, label?: number): Promise<Float32Array> {
    const [parameters] = await read(() => [this.#vae.decoder.apply(tf.tensor2d(z, [1, z.length]), this.#classOf(label))]);
    return parameters!;
  }

  #classOf(label: number | undefined): tf.Tensor2D | undefined {
    const { classes } = this.#vae.config;
    return oneHot(labelsTensor(label === undefined ? undefined : [label], classes, 1), classes);
  }
}

async function read(compute: () => tf.Tensor[]): Promise<Float32Array[]> {
  const tensors = tf.tidy(compute);
  try {
    return await Promise.all(tensors.map((tensor) => tensor.data<'float32'>()));
  } finally {
    tf.dispose(tensors);
  }
}
