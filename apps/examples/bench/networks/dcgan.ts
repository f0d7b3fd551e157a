import {
  type Batch,
  BatchNorm,
  Conv2d,
  Conv2dTranspose,
  createRng,
  Dense,
  disposeModule,
  leakyRelu,
  nonSaturating,
  type Objective,
  type ObjectiveLoss,
  type Rng,
  type Trainable,
  trainableVariables,
} from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/**
 * A DCGAN (Radford et al. 2016) for 28x28x1: batch norm everywhere but after the generator's output and the discriminator's
 * input layer. The discriminator sees real and drawn pictures apart, so that each has statistics of its own.
 */
export class Dcgan implements Trainable {
  readonly kind = 'reference-dcgan';
  readonly config = {};
  readonly generator: Generator;
  readonly discriminator: Discriminator;

  constructor(rng: Rng = createRng(0)) {
    this.generator = new Generator(rng.fork('generator'));
    this.discriminator = new Discriminator(rng.fork('discriminator'));
  }

  objectives(): Objective[] {
    const { generator, discriminator } = this;
    return [
      { name: 'discriminator', variables: trainableVariables(discriminator), loss: (batch, rng) => this.#tellApart(batch, rng) },
      { name: 'generator', variables: trainableVariables(generator), loss: (batch, rng) => this.#deceive(batch, rng) },
    ];
  }

  dispose(): void {
    disposeModule(this);
  }

  #tellApart({ x }: Batch, rng: Rng): ObjectiveLoss {
    const real = this.discriminator.apply(x as tf.Tensor4D);
    const fake = this.discriminator.apply(this.#draw(x.shape[0]!, rng));
    return { loss: tf.mean(nonSaturating.discriminator(real, fake)) };
  }

  #deceive({ x }: Batch, rng: Rng): ObjectiveLoss {
    const fake = this.discriminator.apply(this.#draw(x.shape[0]!, rng));
    return { loss: tf.mean(nonSaturating.generator(fake)) };
  }

  #draw(count: number, rng: Rng): tf.Tensor4D {
    return this.generator.apply(rng.normal([count, 64]));
  }
}

class Generator {
  readonly expand: Dense;
  readonly expandNorm: BatchNorm;
  readonly enlarge: Conv2dTranspose;
  readonly enlargeNorm: BatchNorm;
  readonly output: Conv2dTranspose;

  constructor(rng: Rng) {
    const kernel = { kernelSize: 4, strides: 2 };
    this.expand = new Dense({ inputs: 64, units: 7 * 7 * 128, bias: false }, rng.fork('expand'));
    this.expandNorm = new BatchNorm({ channels: 128 });
    this.enlarge = new Conv2dTranspose({ inputs: 128, filters: 64, ...kernel, bias: false }, rng.fork('enlarge'));
    this.enlargeNorm = new BatchNorm({ channels: 64 });
    this.output = new Conv2dTranspose({ inputs: 64, filters: 1, ...kernel }, rng.fork('output'));
  }

  apply(z: tf.Tensor2D): tf.Tensor4D {
    const small: tf.Tensor4D = tf.reshape(this.expand.apply(z), [z.shape[0], 7, 7, 128]);
    const middle = this.enlarge.apply(tf.relu(this.expandNorm.apply(small, 'train'))); // [batch, 14, 14, 64]
    const image = this.output.apply(tf.relu(this.enlargeNorm.apply(middle, 'train'))); // [batch, 28, 28, 1]
    return tf.sigmoid(image);
  }
}

class Discriminator {
  readonly input: Conv2d;
  readonly reduce: Conv2d;
  readonly reduceNorm: BatchNorm;
  readonly output: Dense;

  constructor(rng: Rng) {
    const kernel = { kernelSize: 4, strides: 2 };
    this.input = new Conv2d({ inputs: 1, filters: 64, ...kernel }, rng.fork('input'));
    this.reduce = new Conv2d({ inputs: 64, filters: 128, ...kernel, bias: false }, rng.fork('reduce'));
    this.reduceNorm = new BatchNorm({ channels: 128 });
    this.output = new Dense({ inputs: 7 * 7 * 128, units: 1 }, rng.fork('output'));
  }

  /** The logit of being real: [batch, 28, 28, 1] -> [batch, 1]. */
  apply(x: tf.Tensor4D): tf.Tensor2D {
    const middle = this.reduce.apply(leakyRelu(this.input.apply(x))); //     [batch, 7, 7, 128]
    const small = leakyRelu(this.reduceNorm.apply(middle, 'train'));
    return this.output.apply(tf.reshape(small, [x.shape[0], -1]));
  }
}
