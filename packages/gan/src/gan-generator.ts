import {
  type ConditionalPriorOptions,
  check,
  checkExamples,
  createRng,
  disposeModule,
  Embedding,
  equalShapes,
  type JsonObject,
  type LabelCondition,
  labelsTensor,
  type Mode,
  type Sampler,
  samplePrior,
  show,
} from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import { type GanGeneratorChoices, readNetwork } from './choices.ts';
import { type GanGeneratorConfig, type GanGeneratorOptions, generatorFields } from './config.ts';
import type { Generator } from './network.ts';
import { dcganGenerator } from './networks/dcgan-generator.ts';
import { mlpGenerator } from './networks/mlp-generator.ts';
import { resnetGenerator } from './networks/resnet-generator.ts';
import { toExamples } from './range.ts';
import { checkTruncation, truncatedNormal } from './truncated-normal.ts';

export interface GanSampleOptions extends ConditionalPriorOptions {
  /** Draws every entry of z from a normal cut off beyond this many deviations: better samples, less variety (Brock et al. 2019). */
  readonly truncation?: number;
}

/** Size of the vector that stands for a class behind z. */
const CLASS_DIMENSIONS = 32;

/** The generating half of a GAN: all that an app needs which embeds a trained one. */
export class GanGenerator implements Sampler {
  static readonly kind = 'gan-generator';
  readonly kind = GanGenerator.kind;
  readonly config: GanGeneratorConfig;
  readonly classes: Embedding | null;
  readonly network: Generator;

  constructor({ network, ...rest }: GanGeneratorOptions) {
    const { spec, latent, classes, seed } = config.object(generatorFields())(rest, 'GanGenerator');
    this.config = { spec: spec as GanGeneratorConfig['spec'], latent, network: network.config, classes, seed };
    const rng = createRng(seed).fork('generator');
    this.classes = classes > 0 ? new Embedding({ count: classes, dimensions: CLASS_DIMENSIONS }, rng.fork('classes')) : null;
    this.network = network.generator({ shape: spec.shape, inputs: latent + (classes > 0 ? CLASS_DIMENSIONS : 0) }, rng);
    this.#checkNetwork();
  }

  /** The generator of a stored config, with its initial weights. */
  static fromConfig(config: JsonObject, { networks = [] }: GanGeneratorChoices = {}): GanGenerator {
    const known = [mlpGenerator, dcganGenerator, resnetGenerator, ...networks];
    return new GanGenerator(readNetwork(config, known) as unknown as GanGeneratorOptions);
  }

  /**
   * Examples from codes: z [batch, latent] -> [batch, ...shape], in [0, 1] but for real data. Synchronous, for a loop that draws frames.
   * The caller disposes it.
   */
  generate(z: tf.Tensor2D, condition: LabelCondition = {}): tf.Tensor {
    checkExamples(z, [this.config.latent], 'z');
    return tf.tidy(() => {
      const labels = labelsTensor(condition.labels, this.config.classes, z.shape[0]);
      return toExamples(this.apply(z, 'infer', labels), this.config.spec.domain);
    });
  }

  /**
   * New examples from z drawn from N(0, I). Resolves to [count, ...shape], which the caller disposes. `temperature` scales z,
   * `truncation` cuts its distribution off.
   */
  async sample({ truncation, ...options }: GanSampleOptions): Promise<tf.Tensor> {
    if (truncation !== undefined) checkTruncation(truncation);
    const noise = truncation === undefined ? undefined : createRng(options.seed).fork('truncated z');
    return samplePrior(this.config.latent, options, (drawn, condition) => {
      const z: tf.Tensor2D = noise ? tf.mul(truncatedNormal(noise, drawn.shape, truncation!), options.temperature ?? 1) : drawn;
      return this.generate(z, condition);
    });
  }

  /** The network's raw answer, before the squashing: for training. */
  apply(z: tf.Tensor2D, mode: Mode, labels?: tf.Tensor1D): tf.Tensor {
    const code = this.classes ? tf.concat([z, this.classes.apply(labels!)], 1) : z;
    return this.network.apply(code, mode);
  }

  dispose(): void {
    disposeModule(this);
  }

  /** A network that answers in another shape is refused before anyone trains it. */
  #checkNetwork(): void {
    const { spec, latent, classes, network } = this.config;
    const shape = tf.tidy(() => this.apply(tf.zeros([1, latent]), 'infer', tf.zeros<tf.Rank.R1>([1], 'int32')).shape);
    if (equalShapes(shape, [1, ...spec.shape])) return;
    this.dispose();
    check(
      false,
      'invalid-config',
      () =>
        `the generator of ${show(network.kind)} must answer [batch, ${spec.shape.join(', ')}] to codes of ${latent + (classes > 0 ? CLASS_DIMENSIONS : 0)}, got [batch, ${shape.slice(1).join(', ')}]`,
    );
  }
}
