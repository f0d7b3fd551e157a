import { BatchNorm, Conv2d, halvings, LayerNorm, leakyRelu, type Mode, type Rng, sizeOf } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { type Discriminator, type DiscriminatorContext, defineNetwork, type Linear } from '../network.ts';
import { type DcganConfig, DcganGenerator, dcganChannels, dcganInitializer, readDcganConfig } from './dcgan-generator.ts';

/**
 * The networks of Radford et al. 2016 (1511.06434) by their five guidelines: strided convolutions instead of pooling, batch normalisation
 * except next to the images, no hidden dense layers, ReLU in the generator and a tanh at its end, LeakyReLU in the discriminator. Under a
 * penalty on slopes the discriminator normalises each example by itself (Gulrajani et al. 2017, section 4), under spectral normalisation
 * it needs nothing else.
 */
export const dcgan = /* @__PURE__ */ defineNetwork<DcganConfig>('dcgan', {
  options: readDcganConfig,
  generator: (context, rng, options) => new DcganGenerator(context, options, rng),
  discriminator: (context, rng, options) => new DcganDiscriminator(context, options, rng),
});

type Norm = BatchNorm | LayerNorm | null;

class DcganDiscriminator implements Discriminator {
  readonly layers: readonly Linear<tf.Rank.R4>[];
  readonly norms: readonly Norm[];
  readonly features: number;

  constructor(context: DiscriminatorContext, options: DcganConfig, rng: Rng) {
    const { shape, normalize } = context;
    const maps = dcganChannels(options, shape);
    this.norms = maps.map((channels, i) => (i === 0 ? null : normOf(context, channels)));
    this.layers = maps.map((filters, i) => {
      const own = rng.fork('layers').fork(i);
      const size = { inputs: maps[i - 1] ?? shape[2]!, filters, kernelSize: options.kernelSize, strides: 2 };
      return normalize(
        new Conv2d({ ...size, bias: this.norms[i] === null, initializer: dcganInitializer }, own),
        own.fork('norm'),
      );
    });
    this.features = sizeOf(halvings(shape, maps.length, 'dcgan').at(-1)!) * maps.at(-1)!;
  }

  apply(x: tf.Tensor, mode: Mode): tf.Tensor2D {
    const map = this.layers.reduce(
      (h, layer, i) => leakyRelu(normalized(this.norms[i]!, layer.apply(h), mode)),
      x as tf.Tensor4D,
    );
    return tf.reshape(map, [x.shape[0]!, -1]);
  }
}

function normOf({ apart, spectralNorm }: DiscriminatorContext, channels: number): Norm {
  if (spectralNorm) return null;
  return apart ? new LayerNorm({ channels }) : new BatchNorm({ channels });
}

function normalized(norm: Norm, x: tf.Tensor4D, mode: Mode): tf.Tensor4D {
  return norm === null ? x : norm.apply(x, mode);
}
