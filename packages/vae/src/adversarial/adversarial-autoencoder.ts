import {
  type Batch,
  type ConditionalPriorOptions,
  categoricalLogProb,
  check,
  checkBatchLabels,
  checkExamples,
  createRng,
  Dense,
  disposeModule,
  drawCategorical,
  type JsonObject,
  type LabelCondition,
  type Mode,
  type Objective,
  type ObjectiveLoss,
  type Rng,
  type Sampler,
  type Trainable,
  type TrainingState,
  trainableVariables,
} from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import { readChoices, type VaeChoices } from '../choices.ts';
import type { Likelihood, Output } from '../likelihood.ts';
import { bernoulli } from '../likelihoods/bernoulli.ts';
import { discretizedLogistic } from '../likelihoods/discretized-logistic.ts';
import { gaussian } from '../likelihoods/gaussian.ts';
import type { Encoder } from '../network.ts';
import { conv } from '../networks/conv.ts';
import { mlp } from '../networks/mlp.ts';
import { oneHot } from '../one-hot.ts';
import { VaeDecoder } from '../vae-decoder.ts';
import { addNoise } from './add-noise.ts';
import { CodeDiscriminator } from './code-discriminator.ts';
import {
  type AdversarialAutoencoderConfig,
  type AdversarialAutoencoderOptions,
  adversarialFields,
  checkClasses,
} from './config.ts';
import { deceive, type Match, tellApart } from './match.ts';
import { share } from './share.ts';

/**
 * An autoencoder whose codes are made to be distributed as a prior by a discriminator that compares them with draws from it (Makhzani,
 * Shlens, Jaitly, Goodfellow and Frey 2015, 1511.05644); the encoder is deterministic, the prior of z N(0, I).
 *
 *     x -> features -> z ------------------> decoder -> p(x given z, y)        y: none, or the label that a batch brings (`classes`),
 *                   -> softmax = y ------>                                     or the encoder's own (`semiSupervised`)
 *                        z, y -> a discriminator each <- draws of N(0, I), one-hot draws
 *
 * A step has the paper's phases in their order, each an objective with an optimizer of its own: `fit(model, source, { optimizer:
 * { reconstruction, discriminator, generator, classification } })`, the last in a semi-supervised model only.
 */
export class AdversarialAutoencoder implements Trainable, Sampler {
  static readonly kind = 'adversarial-autoencoder';
  readonly kind = AdversarialAutoencoder.kind;
  readonly config: AdversarialAutoencoderConfig;
  readonly encoder: Encoder;
  /** Features to z. */
  readonly code: Dense;
  /** Features to the logits of y, in a semi-supervised model. */
  readonly classHead: Dense | null;
  readonly decoder: VaeDecoder;
  readonly discriminator: CodeDiscriminator;
  readonly classDiscriminator: CodeDiscriminator | null;
  readonly #likelihood: Likelihood;
  readonly #output: Output;

  constructor({ network = mlp(), likelihood, ...rest }: AdversarialAutoencoderOptions) {
    const { spec, latent, classes, seed, ...training } = config.object(adversarialFields())(rest, 'AdversarialAutoencoder');
    checkClasses({ classes, ...training });
    const { hidden, semiSupervised } = training;
    this.#likelihood = likelihood ?? (spec.domain === 'real' ? gaussian() : bernoulli());
    this.#output = this.#likelihood.output(spec);
    this.decoder = new VaeDecoder({ spec, latent, network, likelihood: this.#likelihood, classes, seed });
    this.config = { ...this.decoder.config, ...training };
    const rng = createRng(seed).fork('encoder');
    const critic = createRng(seed).fork('discriminator');
    this.encoder = network.encoder({ shape: spec.shape }, rng);
    const inputs = this.encoder.features;
    this.code = new Dense({ inputs, units: latent }, rng.fork('code'));
    this.classHead = semiSupervised ? new Dense({ inputs, units: classes }, rng.fork('classHead')) : null;
    this.discriminator = new CodeDiscriminator({ inputs: latent, hidden }, critic.fork('z'));
    this.classDiscriminator = semiSupervised ? new CodeDiscriminator({ inputs: classes, hidden }, critic.fork('y')) : null;
  }

  /** The model of a stored config, with its initial weights. */
  static fromConfig(config: JsonObject, { networks = [], likelihoods = [] }: VaeChoices = {}): AdversarialAutoencoder {
    const known = [bernoulli, gaussian, discretizedLogistic, ...likelihoods];
    return new AdversarialAutoencoder(readChoices(config, [mlp, conv, ...networks], known) as AdversarialAutoencoderOptions);
  }

  objectives(): Objective[] {
    const { encoder, code, classHead, decoder, discriminator, classDiscriminator } = this;
    const weightsOf = (...modules: readonly (object | null)[]) =>
      trainableVariables(...modules.filter((module) => module !== null));
    const generator = weightsOf(encoder, code, classHead);
    const phases: Objective[] = [
      { name: 'reconstruction', variables: [...generator, ...weightsOf(decoder)], loss: (...given) => this.#rebuild(...given) },
      {
        name: 'discriminator',
        variables: weightsOf(discriminator, classDiscriminator),
        loss: (...given) => this.#tellApart(...given),
      },
      { name: 'generator', variables: generator, loss: (...given) => this.#deceive(...given) },
    ];
    if (classHead === null) return phases;
    const variables = weightsOf(encoder, classHead);
    return [...phases, { name: 'classification', variables, loss: (...given) => this.#learnClasses(classHead, ...given) }];
  }

  /** x [batch, ...shape] -> z [batch, latent], which over all examples is distributed nearly as N(0, I). The caller disposes it. */
  encode(x: tf.Tensor): tf.Tensor2D {
    checkExamples(x, this.config.spec.shape);
    return tf.tidy(() => this.#encode(x).z);
  }

  /** The probabilities of the classes, [batch, classes], by a semi-supervised model. The caller disposes them. */
  classify(x: tf.Tensor): tf.Tensor2D {
    checkExamples(x, this.config.spec.shape);
    check(
      this.config.semiSupervised,
      'invalid-argument',
      () => 'classify() needs a model that finds classes itself: build it with `classes` and `semiSupervised: true`',
    );
    return tf.tidy(() => this.#encode(x).y!);
  }

  /** The mean of p(x given z): z [batch, latent] -> [batch, ...shape], in [0, 1] but for real data. The caller disposes it. */
  decode(z: tf.Tensor2D, condition?: LabelCondition): tf.Tensor {
    return this.decoder.decode(z, condition);
  }

  /**
   * What its codes keep of the examples, both [batch, ...shape]. A model with classes is told them by `condition`; a semi-supervised one
   * takes its own where there is none. The caller disposes it.
   */
  reconstruct(x: tf.Tensor, condition?: LabelCondition): tf.Tensor {
    checkExamples(x, this.config.spec.shape);
    return tf.tidy(() => {
      const { z, y } = this.#encode(x);
      return y && !condition?.labels ? this.#output.mean(this.decoder.apply(z, y)) : this.decode(z, condition);
    });
  }

  /**
   * New examples: z from the prior N(0, I), then the mean of p(x given z), of the classes in `condition` where the model has classes.
   * Resolves to [count, ...shape], which the caller disposes. `temperature` scales the prior's standard deviation.
   */
  sample(options: ConditionalPriorOptions): Promise<tf.Tensor> {
    return this.decoder.sample(options);
  }

  dispose(): void {
    disposeModule(this);
  }

  /** -log p(x given z, y) in nats an example: of the clean x, from the codes of what the encoder sees. */
  #rebuild(batch: Batch, rng: Rng, { mode }: TrainingState): ObjectiveLoss {
    const { z, y = this.#given(batch) } = this.#see(batch.x, rng, mode);
    const logProb = this.#likelihood.logProb(batch.x, this.decoder.apply(z, y), this.config.spec);
    return { loss: tf.neg(tf.mean(logProb)) };
  }

  #tellApart({ x }: Batch, rng: Rng, { mode }: TrainingState): ObjectiveLoss {
    const codes = this.#see(x, rng, mode);
    return tellApart(this.#matches(codes), { noise: this.config.codeNoise, mode, rng });
  }

  /** Besides: the mean of z^2, 1 under the prior, and how sure the classes are. */
  #deceive({ x }: Batch, rng: Rng, { mode }: TrainingState): ObjectiveLoss {
    const codes = this.#see(x, rng, mode);
    const loss = deceive(this.#matches(codes), { noise: this.config.codeNoise, mode, rng });
    const certainty = codes.y && { certainty: tf.mean<tf.Scalar>(tf.max(codes.y, 1)) };
    return { loss, metrics: { secondMoment: tf.mean<tf.Scalar>(tf.square(codes.z)), ...certainty } };
  }

  /** -log q(y given x) of the labelled examples, in nats an example. */
  #learnClasses(classHead: Dense, batch: Batch, rng: Rng, { mode }: TrainingState): ObjectiveLoss {
    const { x, labels } = this.#labelled(batch, mode);
    const logits = classHead.apply(this.encoder.apply(addNoise(x, this.config.inputNoise, rng.fork('input'), mode)));
    return {
      loss: tf.neg(tf.mean(categoricalLogProb(labels!, logits))),
      metrics: { accuracy: share(tf.equal(tf.argMax(logits, 1), labels!)) },
    };
  }

  /** Training takes no other labels than those that are meant for it; a validation batch is judged by its own. */
  #labelled(batch: Batch, mode: Mode): Batch {
    const { spec, classes } = this.config;
    const labelled = batch.labelled ?? (mode === 'infer' ? batch : undefined);
    check(
      labelled !== undefined,
      'invalid-argument',
      () =>
        'a semi-supervised model learns classes from a second batch beside the first: let the source give ' +
        '`{ x, labelled: { x, labels } }`, got no `labelled`',
    );
    checkExamples(labelled.x, spec.shape, 'labelled.x');
    checkBatchLabels(labelled.labels, classes, labelled.x.shape[0]!);
    return labelled;
  }

  /** The codes of what the encoder sees in training, or of the examples as they are. */
  #see(x: tf.Tensor, rng: Rng, mode: Mode): Codes {
    checkExamples(x, this.config.spec.shape);
    return this.#encode(addNoise(x, this.config.inputNoise, rng.fork('input'), mode));
  }

  #encode(x: tf.Tensor): Codes {
    const features = this.encoder.apply(x);
    return { z: this.code.apply(features), ...(this.classHead && { y: tf.softmax(this.classHead.apply(features)) }) };
  }

  /** The class that a batch tells, one-hot, where the model is told. */
  #given({ x, labels }: Batch): tf.Tensor2D | undefined {
    const { classes } = this.config;
    if (classes === 0) return undefined;
    checkBatchLabels(labels, classes, x.shape[0]!);
    return oneHot(labels, classes);
  }

  #matches({ z, y }: Codes): Match[] {
    const { latent, classes } = this.config;
    const style: Match = {
      name: 'z',
      code: z,
      discriminator: this.discriminator,
      draw: (count, rng) => rng.normal<tf.Rank.R2>([count, latent]),
    };
    if (y === undefined) return [style];
    const draw: Match['draw'] = (count, rng) => oneHot(drawCategorical(tf.zeros([count, classes]), rng) as tf.Tensor1D, classes)!;
    return [style, { name: 'y', code: y, discriminator: this.classDiscriminator!, draw }];
  }
}

/** What the encoder says of examples: z [batch, latent], and y [batch, classes] where it finds the class itself. */
interface Codes {
  readonly z: tf.Tensor2D;
  readonly y?: tf.Tensor2D;
}
