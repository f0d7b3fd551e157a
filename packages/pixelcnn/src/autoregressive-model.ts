import {
  createRng,
  type DataSpec,
  type DrawnRow,
  disposeModule,
  type Objective,
  type PixelDistribution,
  type PixelNetwork,
  type Rng,
  type Sampler,
  type Trainable,
} from '@genmodels/core';
import * as config from '@genmodels/core/config';
import type * as tf from '@tensorflow/tfjs-core';
import { type CodingOptions, type CompressOptions, compress } from './coding/compress.ts';
import { decompress } from './coding/decompress.ts';
import { type CompleteOptions, completeImages } from './complete.ts';
import { type Conditioner, type GivenCondition, openConditioner } from './conditioner.ts';
import type { PixelConfig, PixelOptions, pixelFields } from './config.ts';
import { defaultOutput } from './default-output.ts';
import { likelihoodObjective, logProbOf } from './likelihood.ts';
import { type NetworkSizes, networkSizes } from './network.ts';
import type { PixelOutput } from './output.ts';
import type { PixelModel } from './pixel-model.ts';
import { type PixelSampleOptions, sampleImages, sampleRows } from './sample.ts';

/** What tells one model from another. */
interface ModelPlan<Config extends PixelConfig> {
  /** What messages call the model. */
  readonly name: string;
  /** The output that was asked for, or the default one. @default what was asked for, or defaultOutput(spec) */
  output?(spec: DataSpec, given?: PixelOutput): PixelOutput;
  /** The fields of its config, the output apart, where colours are masked in so many groups. */
  fields(groups: number, spec: DataSpec): ReturnType<typeof pixelFields>;
  network(sizes: Config & NetworkSizes, rng: Rng): PixelNetwork;
}

/** What every model of this package can do. They differ in their networks. */
export abstract class AutoregressiveModel<Config extends PixelConfig> implements Trainable, Sampler<tf.Tensor4D>, PixelModel {
  abstract readonly kind: string;
  readonly config: Config;
  readonly distribution: PixelDistribution;
  readonly conditioner: Conditioner | null;
  readonly network: PixelNetwork;

  /** @internal */
  protected constructor({ output, ...rest }: PixelOptions, plan: ModelPlan<Config>) {
    const { name, output: choose = (spec, given) => given ?? defaultOutput(spec) } = plan;
    const spec = config.dataSpec()(rest.spec, `${name}.spec`);
    const family = choose(spec, output);
    this.distribution = family.distribution(spec);
    const fields = config.object(plan.fields(this.distribution.turns, spec))(rest, name);
    this.config = { ...fields, output: family.config } as unknown as Config;
    const rng = createRng(fields.seed);
    this.conditioner = openConditioner(fields, rng.fork('conditioner'));
    this.network = plan.network({ ...this.config, ...networkSizes(this) }, rng.fork('network'));
  }

  get spec(): Config['spec'] {
    return this.config.spec;
  }

  objectives(): Objective[] {
    return [likelihoodObjective(this)];
  }

  /** log p(x) in nats, one value an image, exact: x [batch, height, width, channels]. The caller disposes it. */
  logProb(x: tf.Tensor, condition: GivenCondition = {}): tf.Tensor1D {
    return logProbOf(this, x, condition);
  }

  /** New images, [count, height, width, channels] of levels in [0, 1], which the caller disposes. */
  sample(options: PixelSampleOptions): Promise<tf.Tensor4D> {
    return sampleImages(this, options);
  }

  /** The rows of new images, each as soon as it is drawn. */
  sampleRows(options: PixelSampleOptions): AsyncIterable<DrawnRow> {
    return sampleRows(this, options);
  }

  /**
   * Images with the pixels filled in that `mask` ([batch, height, width] or [height, width] of 1 and 0) does not keep, each given
   * all pixels before it but none after. The caller disposes them.
   */
  complete(images: tf.Tensor, mask: tf.Tensor, options: CompleteOptions): Promise<tf.Tensor4D> {
    return completeImages(this, images, mask, options);
  }

  /** Images as bytes: a header, and -log2 p(x) bits to 0.5 %. `decompress` gives them back, bit-equal. */
  compress(images: tf.Tensor, options?: CompressOptions): Promise<Uint8Array> {
    return compress(this, images, options);
  }

  /** The images of some bytes, [count, height, width, channels], which the caller disposes. */
  decompress(bytes: Uint8Array, options?: CodingOptions): Promise<tf.Tensor4D> {
    return decompress(this, bytes, options);
  }

  dispose(): void {
    disposeModule(this);
  }
}
