import {
  type Batch,
  bernoulliLogProb,
  Conv2d,
  createRng,
  disposeModule,
  MaskedConv2d,
  type Objective,
  type ObjectiveLoss,
  type Rng,
  relu,
  type Trainable,
  trainableVariables,
} from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/** The PixelCNN of van den Oord et al. 2016 (1601.06759, table 1) for one binary colour, with h = 32 and seven blocks. */
export class PixelCnn implements Trainable {
  readonly kind = 'reference-pixelcnn';
  readonly config = {};
  readonly input: MaskedConv2d;
  readonly blocks: readonly ResidualBlock[];
  readonly hidden: readonly Conv2d[];
  readonly output: Conv2d;

  constructor(rng: Rng = createRng(0)) {
    this.input = new MaskedConv2d({ inputs: 1, filters: 64, kernelSize: 7, type: 'A' }, rng.fork('input'));
    this.blocks = Array.from({ length: 7 }, (_, i) => new ResidualBlock(rng.fork('blocks').fork(i)));
    this.hidden = [0, 1].map((i) => new Conv2d({ inputs: 64, filters: 64, kernelSize: 1 }, rng.fork('hidden').fork(i)));
    this.output = new Conv2d({ inputs: 64, filters: 1, kernelSize: 1 }, rng.fork('output'));
  }

  objectives(): Objective[] {
    return [{ name: 'likelihood', variables: trainableVariables(this), loss: (batch) => this.#loss(batch) }];
  }

  dispose(): void {
    disposeModule(this);
  }

  #loss({ x }: Batch): ObjectiveLoss {
    return { loss: tf.neg(tf.mean(bernoulliLogProb(x, this.#logits(x as tf.Tensor4D)))) };
  }

  #logits(x: tf.Tensor4D): tf.Tensor4D {
    const features = this.blocks.reduce((h, block) => block.apply(h), this.input.apply(x)); // [batch, 28, 28, 64]
    const h = this.hidden.reduce((h, layer) => layer.apply(tf.relu(h)), features);
    return this.output.apply(tf.relu(h)); //                                                    [batch, 28, 28, 1]
  }
}

/** 64 channels to 32 and back (2h, h, 2h), around a masked 3x3 (figure 5 of the paper). */
class ResidualBlock {
  readonly narrow: Conv2d;
  readonly masked: MaskedConv2d;
  readonly widen: Conv2d;

  constructor(rng: Rng) {
    this.narrow = new Conv2d({ inputs: 64, filters: 32, kernelSize: 1 }, rng.fork('narrow'));
    this.masked = new MaskedConv2d({ inputs: 32, filters: 32, kernelSize: 3, type: 'B' }, rng.fork('masked'));
    this.widen = new Conv2d({ inputs: 32, filters: 64, kernelSize: 1 }, rng.fork('widen'));
  }

  apply(x: tf.Tensor4D): tf.Tensor4D {
    const h = this.masked.apply(this.narrow.apply(tf.relu(x), relu), relu);
    return tf.add(x, this.widen.apply(h));
  }
}
