import * as tf from '@tensorflow/tfjs-core';
import type { Batch, BatchSource, Objective, ObjectiveLoss, Trainable, TrainingState } from '../model.ts';
import { BatchNorm } from '../nn/batch-norm.ts';
import { Dense } from '../nn/dense.ts';
import { disposeModule, trainableVariables } from '../nn/module.ts';
import { createRng, type Rng } from '../rng.ts';

/** For tests: points around a circle, another draw at every step, ten steps to a pass. */
export const circle: BatchSource = {
  spec: { shape: [2], domain: 'real' },
  stepsPerEpoch: 10,
  batch: (step) => ({
    x: tf.tidy(() => {
      const angle = tf.mul(createRng(9).fork(step).uniform<tf.Rank.R1>([8]), 2 * Math.PI);
      return tf.stack([tf.cos(angle), tf.sin(angle)], 1);
    }),
  }),
};

/** For tests: one player, noise in the loss, running averages, a counter, and weights that the first batch decides. */
export class NoisyCopy implements Trainable {
  readonly kind = 'noisy-copy';
  readonly config = { width: 3 };
  readonly encoder = new Dense({ inputs: 2, units: 3 }, createRng(0).fork('encoder'));
  readonly norm = new BatchNorm({ channels: 3 });
  readonly decoder = new Dense({ inputs: 3, units: 2 }, createRng(0).fork('decoder'));
  readonly updates = tf.tidy(() => tf.variable(tf.scalar(0, 'int32'), false));
  /** How often the first batch decided. */
  initialized = 0;

  objectives(): Objective[] {
    return [
      {
        name: 'error',
        variables: trainableVariables(this),
        initialize: ({ x }) => this.#initialize(x),
        loss: (...given) => this.#loss(...given),
        after: () => this.updates.assign(tf.add(this.updates, tf.scalar(1, 'int32'))),
      },
    ];
  }

  dispose(): void {
    disposeModule(this);
  }

  #initialize(x: tf.Tensor): void {
    this.initialized += 1;
    this.decoder.bias!.assign(tf.mean<tf.Tensor1D>(x, 0));
  }

  #loss({ x }: Batch, rng: Rng, { mode }: TrainingState): ObjectiveLoss {
    const code = this.norm.apply(this.encoder.apply(x as tf.Tensor2D), mode);
    const noisy: tf.Tensor2D = tf.add(code, rng.normal<tf.Rank.R2>([x.shape[0]!, 3]));
    const error = tf.square(tf.sub(this.decoder.apply(noisy), x));
    return { loss: tf.mean<tf.Scalar>(error), metrics: { examples: tf.scalar(x.shape[0]!, 'int32') } };
  }
}

/** For tests: a critic, three updates a step with its weights clipped, and a generator against it. */
export class Rivals implements Trainable {
  readonly kind = 'rivals';
  readonly config = {};
  readonly generator = new Dense({ inputs: 2, units: 2 }, createRng(0).fork('generator'));
  readonly critic = new Dense({ inputs: 2, units: 1, bias: false }, createRng(0).fork('critic'));

  objectives(): Objective[] {
    const critic: Objective = {
      name: 'critic',
      repeat: 3,
      variables: trainableVariables(this.critic),
      loss: ({ x }, rng) => ({ loss: tf.sub(this.#score(this.#draw(rng, x)), this.#score(x as tf.Tensor2D)) }),
      after: () => this.critic.kernel.assign(tf.clipByValue(this.critic.kernel, -0.5, 0.5)),
    };
    const generator: Objective = {
      name: 'generator',
      variables: trainableVariables(this.generator),
      loss: ({ x }, rng) => ({ loss: tf.neg(this.#score(this.#draw(rng, x))) }),
    };
    return [critic, generator];
  }

  dispose(): void {
    disposeModule(this);
  }

  #draw(rng: Rng, { shape }: tf.Tensor): tf.Tensor2D {
    return tf.tanh(this.generator.apply(rng.normal<tf.Rank.R2>([shape[0]!, 2])));
  }

  #score(x: tf.Tensor2D): tf.Scalar {
    return tf.mean<tf.Scalar>(this.critic.apply(x));
  }
}
