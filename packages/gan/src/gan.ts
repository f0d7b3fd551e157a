import {
  type Batch,
  checkBatchLabels,
  checkExamples,
  choose,
  disposeModule,
  type JsonObject,
  type LabelCondition,
  labelsTensor,
  type Mode,
  type Objective,
  type ObjectiveLoss,
  type Rng,
  r1Penalty,
  type Sampler,
  type Trainable,
  type TrainingState,
  trainableVariables,
} from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import { augment, checkAugmentations } from './augment.ts';
import { type GanChoices, readNetwork } from './choices.ts';
import { type GanConfig, type GanOptions, ganFields } from './config.ts';
import { diversity, scoreMetrics } from './diagnostics.ts';
import { GanDiscriminator } from './gan-discriminator.ts';
import { GanGenerator, type GanSampleOptions } from './gan-generator.ts';
import type { GanLoss } from './loss.ts';
import { hinge } from './losses/hinge.ts';
import { leastSquares } from './losses/least-squares.ts';
import { minimax } from './losses/minimax.ts';
import { nonSaturating } from './losses/non-saturating.ts';
import { wasserstein } from './losses/wasserstein.ts';
import { wassersteinGp } from './losses/wasserstein-gp.ts';
import { dcgan } from './networks/dcgan.ts';
import { mlp } from './networks/mlp.ts';
import { resnet } from './networks/resnet.ts';
import { squash, toPlayers } from './range.ts';

/**
 * A generative adversarial network (Goodfellow et al. 2014): a generator of examples from z drawn from N(0, I), and a discriminator that
 * learns to tell them from real ones. Give each player its own optimizer: `fit(gan, source, { optimizer: { discriminator, generator } })`.
 */
export class Gan implements Trainable, Sampler {
  static readonly kind = 'gan';
  readonly kind = Gan.kind;
  readonly config: GanConfig;
  readonly generator: GanGenerator;
  readonly discriminator: GanDiscriminator;
  readonly #loss: GanLoss;

  constructor({ network = mlp(), loss = nonSaturating(), ...rest }: GanOptions) {
    const { spec, latent, classes, seed, ...training } = config.object(ganFields(loss.discriminatorSteps))(rest, 'Gan');
    checkAugmentations(training.augmentations, spec.shape);
    this.#loss = loss;
    this.generator = new GanGenerator({ spec, latent, classes, seed, network });
    this.config = { ...this.generator.config, loss: loss.config, ...training };
    const apart = loss.penalty !== undefined || training.r1 > 0;
    this.discriminator = new GanDiscriminator({ ...this.config, network, apart, bias: loss.boundary !== undefined });
  }

  /** The model of a stored config, with its initial weights. */
  static fromConfig(stored: JsonObject, { networks = [], losses = [] }: GanChoices = {}): Gan {
    const known = [nonSaturating, minimax, leastSquares, hinge, wasserstein, wassersteinGp, ...losses];
    const loss = choose(stored['loss'], known, 'loss');
    return new Gan({ ...readNetwork(stored, [mlp, dcgan, resnet, ...networks]), loss } as unknown as GanOptions);
  }

  objectives(): Objective[] {
    const { discriminator, generator, config } = this;
    return [
      {
        name: 'discriminator',
        variables: trainableVariables(discriminator),
        repeat: config.discriminatorSteps,
        gradientNorm: true,
        loss: (batch, rng, training) => this.#tellApart(this.#read(batch), rng, training),
        after: () => this.#keepLipschitz(),
      },
      {
        name: 'generator',
        variables: trainableVariables(generator),
        gradientNorm: true,
        loss: (batch, rng, training) => this.#deceive(this.#read(batch), rng, training),
      },
    ];
  }

  /** Examples from codes: z [batch, latent] -> [batch, ...shape], in [0, 1] but for real data. The caller disposes it. */
  generate(z: tf.Tensor2D, condition?: LabelCondition): tf.Tensor {
    return this.generator.generate(z, condition);
  }

  /** New examples. Resolves to [count, ...shape], which the caller disposes. */
  sample(options: GanSampleOptions): Promise<tf.Tensor> {
    return this.generator.sample(options);
  }

  /** The discriminator's scores, one an example, the higher the more real; logits under the logistic losses. The caller disposes them. */
  score(x: tf.Tensor, condition: LabelCondition = {}): tf.Tensor1D {
    const { spec, classes } = this.config;
    checkExamples(x, spec.shape);
    return tf.tidy(() => {
      const labels = labelsTensor(condition.labels, classes, x.shape[0]!);
      return this.discriminator.apply(toPlayers(x, spec.domain), 'infer', labels);
    });
  }

  /** What the discriminator sees in examples, [batch, features], for other tasks. The caller disposes it. */
  features(x: tf.Tensor): tf.Tensor2D {
    const { shape, domain } = this.config.spec;
    checkExamples(x, shape);
    return tf.tidy(() => this.discriminator.network.apply(toPlayers(x, domain), 'infer'));
  }

  dispose(): void {
    disposeModule(this);
  }

  /** Scores real and generated examples apart, so that a batch normalisation has statistics of each. */
  #tellApart({ x, labels }: Examples, rng: Rng, training: TrainingState): ObjectiveLoss {
    const { mode } = training;
    const present = this.#presentation(training);
    const real = present(toPlayers(x, this.config.spec.domain), rng.fork('real'));
    const fake = present(this.#draw(x.shape[0]!, labels, rng.fork('z'), mode), rng.fork('fake'));
    const critic = (seen: tf.Tensor) => this.discriminator.apply(seen, mode, labels);
    const [realScores, fakeScores] = [critic(real), critic(fake)];
    const penalty = this.#penalty(critic, real, fake, rng.fork('penalty'));
    const loss = tf.mean<tf.Scalar>(this.#loss.discriminator(realScores, fakeScores));
    return {
      loss: penalty ? tf.add(loss, penalty) : loss,
      metrics: { ...scoreMetrics(realScores, fakeScores, this.#loss.boundary), ...(penalty && { penalty }) },
    };
  }

  #deceive({ x, labels }: Examples, rng: Rng, training: TrainingState): ObjectiveLoss {
    const fake = this.#draw(x.shape[0]!, labels, rng.fork('z'), training.mode);
    const scores = this.discriminator.apply(this.#presentation(training)(fake, rng.fork('fake')), training.mode, labels);
    return {
      loss: tf.mean(this.#loss.generator(scores)),
      metrics: { diversity: diversity(toPlayers(x, this.config.spec.domain), fake) },
    };
  }

  /** In the players' range. */
  #draw(count: number, labels: tf.Tensor1D | undefined, rng: Rng, mode: Mode): tf.Tensor {
    const { latent, spec } = this.config;
    return squash(this.generator.apply(rng.normal<tf.Rank.R2>([count, latent]), mode, labels), spec.domain);
  }

  /** What stands between examples and the discriminator while it learns: augmentation, then noise. */
  #presentation({ step, mode }: TrainingState): (x: tf.Tensor, rng: Rng) => tf.Tensor {
    const { augmentations, instanceNoise, noiseSteps } = this.config;
    if (mode === 'infer') return (x) => x;
    const noise = noiseSteps === 0 ? instanceNoise : instanceNoise * Math.max(0, 1 - step / noiseSteps);
    return (x, rng) => {
      const seen = augment(x, augmentations, rng);
      return noise === 0 ? seen : tf.add(seen, tf.mul(rng.fork('noise').normal(x.shape as [number]), noise));
    };
  }

  #penalty(critic: (x: tf.Tensor) => tf.Tensor, real: tf.Tensor, fake: tf.Tensor, rng: Rng): tf.Scalar | undefined {
    const { r1 } = this.config;
    const terms = [
      ...(this.#loss.penalty ? [this.#loss.penalty(critic, real, fake, rng)] : []),
      ...(r1 > 0 ? [tf.mul<tf.Tensor1D>(r1Penalty(critic, real), r1 / 2)] : []),
    ];
    return terms.length === 0 ? undefined : tf.mean(tf.addN(terms));
  }

  #keepLipschitz(): void {
    const { clip } = this.#loss;
    if (clip !== undefined) {
      for (const weight of trainableVariables(this.discriminator)) weight.assign(tf.clipByValue(weight, -clip, clip));
    }
    this.discriminator.advance();
  }

  /** A batch's examples, and its labels where the model has classes. */
  #read({ x, labels }: Batch): Examples {
    const { spec, classes } = this.config;
    checkExamples(x, spec.shape);
    if (classes === 0) return { x };
    checkBatchLabels(labels, classes, x.shape[0]!);
    return { x, labels };
  }
}

interface Examples {
  readonly x: tf.Tensor;
  readonly labels?: tf.Tensor1D | undefined;
}
