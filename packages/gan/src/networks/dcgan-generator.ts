import {
  BatchNorm,
  Conv2dTranspose,
  cropTo,
  Dense,
  halvings,
  type ImageSize,
  type Mode,
  normal,
  type Rng,
  relu,
} from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import { defineGenerator, type Generator, type GeneratorContext } from '../network.ts';
import { halvingCount } from './halving-count.ts';

export type DcganConfig = {
  /** Channels next to the image; they double with every halving. @default 64 */
  readonly width: number;
  /** Halvings between the image and the smallest map; 0: as many as leave it at least 4 pixels wide and high. @default 0 */
  readonly layers: number;
  /** @default 4 */
  readonly kernelSize: number;
};

export function readDcganConfig(given: Partial<DcganConfig>): DcganConfig {
  const fields = {
    width: config.optional(config.integer({ min: 1 }), 64),
    layers: config.optional(config.integer({ min: 0, max: 8 }), 0),
    kernelSize: config.optional(config.integer({ min: 2 }), 4),
  };
  return config.object(fields)(given, 'dcgan');
}

/** Channels of the maps from the one next to the image to the smallest. */
export function dcganChannels({ width, layers }: DcganConfig, shape: readonly number[]): number[] {
  return Array.from({ length: layers || halvingCount(shape, 4) }, (_, i) => width * 2 ** i);
}

/** The paper's weights: N(0, 0.02^2). Its section 4. */
export const dcganInitializer = /* @__PURE__ */ normal(0.02);

/** One projection to the smallest map, then fractionally strided convolutions; batch normalisation and ReLU after each but the last. */
export class DcganGenerator implements Generator {
  readonly project: Dense;
  readonly layers: readonly Conv2dTranspose[];
  readonly norms: readonly BatchNorm[];
  /** The map before each layer, and the image. */
  readonly sizes: readonly ImageSize[];

  constructor({ shape, inputs }: GeneratorContext, options: DcganConfig, rng: Rng) {
    const maps = dcganChannels(options, shape).reverse();
    const initializer = dcganInitializer;
    this.sizes = halvings(shape, maps.length, 'dcgan').reverse();
    const [height, width] = this.sizes[0]!;
    this.project = new Dense({ inputs, units: height * width * maps[0]!, bias: false, initializer }, rng.fork('project'));
    this.layers = maps.map((channels, i) => {
      const next = maps[i + 1];
      const size = { inputs: channels, filters: next ?? shape[2]!, kernelSize: options.kernelSize, strides: 2, initializer };
      return new Conv2dTranspose({ ...size, bias: next === undefined }, rng.fork('layers').fork(i));
    });
    this.norms = maps.map((channels) => new BatchNorm({ channels }));
  }

  apply(code: tf.Tensor2D, mode: Mode): tf.Tensor {
    const smallest: tf.Tensor4D = tf.reshape(this.project.apply(code), [code.shape[0], ...this.sizes[0]!, -1]);
    return this.layers.reduce(
      (map, layer, i) => cropTo(layer.apply(relu(this.norms[i]!.apply(map, mode))), this.sizes[i + 1]!),
      smallest,
    );
  }
}

/** The generating half of `dcgan`. */
export const dcganGenerator = /* @__PURE__ */ defineGenerator<DcganConfig>('dcgan', {
  options: readDcganConfig,
  generator: (context, rng, options) => new DcganGenerator(context, options, rng),
});
