import { Conv2d, heNormal, type Rng, relu } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/** x + 1x1(ReLU(3x3(ReLU(x)))): [batch, height, width, channels] -> the same shape. */
export class ResidualBlock {
  readonly first: Conv2d;
  readonly second: Conv2d;

  constructor(channels: number, rng: Rng) {
    const layer = { inputs: channels, filters: channels, initializer: heNormal };
    this.first = new Conv2d({ ...layer, kernelSize: 3 }, rng.fork('first'));
    this.second = new Conv2d({ ...layer, kernelSize: 1 }, rng.fork('second'));
  }

  apply(x: tf.Tensor4D): tf.Tensor4D {
    return tf.add(x, this.second.apply(this.first.apply(relu(x), relu)));
  }
}
