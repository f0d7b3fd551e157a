import {
  type Batch,
  categoricalLogProb,
  check,
  checkExamples,
  createRng,
  Dense,
  disposeModule,
  dropout,
  heNormal,
  type JsonObject,
  type Mode,
  type Objective,
  type ObjectiveLoss,
  type Rng,
  relu,
  show,
  type Trainable,
  type TrainingState,
  trainableVariables,
} from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import { type ClassifierConfig, type ClassifierOptions, classifierFields } from './config.ts';
import { Convolution } from './convolution.ts';

/** Says what class a picture belongs to: convolutions that halve it again and again, a dense layer, a softmax (after LeCun et al. 1998). */
export class Classifier implements Trainable {
  static readonly kind = 'classifier';
  readonly kind = Classifier.kind;
  readonly config: ClassifierConfig;
  readonly layers: readonly Convolution[];
  readonly hidden: Dense;
  readonly output: Dense;

  constructor(options: ClassifierOptions) {
    this.config = config.object(classifierFields())(options, 'Classifier') as ClassifierConfig;
    const { spec, classes, filters, depth, kernelSize, batchNorm, hidden, seed } = this.config;
    const rng = createRng(seed);
    const [height, width, channels] = smallest(spec.shape, filters.length);
    const widths = filters.flatMap((count) => Array.from({ length: depth }, () => count));
    this.layers = widths.map((count, i) => {
      const strides = (i + 1) % depth === 0 ? 2 : 1;
      const layer = { inputs: widths[i - 1] ?? channels, filters: count, kernelSize, strides, batchNorm };
      return new Convolution(layer, rng.fork('layers').fork(i));
    });
    const inputs = height * width * filters.at(-1)!;
    this.hidden = new Dense({ inputs, units: hidden, initializer: heNormal }, rng.fork('hidden'));
    this.output = new Dense({ inputs: hidden, units: classes }, rng.fork('output'));
  }

  /** The model of a stored config, with its initial weights. */
  static fromConfig(config: JsonObject): Classifier {
    return new Classifier(config as unknown as ClassifierOptions);
  }

  objectives(): Objective[] {
    return [{ name: 'crossEntropy', variables: trainableVariables(this), loss: (...given) => this.#loss(...given) }];
  }

  /** log p(class given x) but for a constant a picture: x [batch, ...shape] -> [batch, classes]. The caller disposes it. */
  logits(x: tf.Tensor): tf.Tensor2D {
    checkExamples(x, this.config.spec.shape);
    return tf.tidy(() => this.output.apply(this.#features(x, 'infer')));
  }

  /** The likeliest class of each picture: x [batch, ...shape] -> int32 [batch]. The caller disposes it. */
  predict(x: tf.Tensor): tf.Tensor1D {
    return tf.tidy(() => tf.argMax<tf.Tensor1D>(this.logits(x), 1));
  }

  /** What the last layer looks at, at least 0: x [batch, ...shape] -> [batch, hidden]. The caller disposes it. */
  features(x: tf.Tensor): tf.Tensor2D {
    checkExamples(x, this.config.spec.shape);
    return tf.tidy(() => this.#features(x, 'infer'));
  }

  /**
   * How strongly the filters answer, each its mean over the picture, at least 0, of the last convolution at each size:
   * x [batch, ...shape] -> [batch, sum of filters]. The caller disposes it.
   */
  textures(x: tf.Tensor): tf.Tensor2D {
    checkExamples(x, this.config.spec.shape);
    return tf.tidy(() => {
      const { depth } = this.config;
      const maps = this.#maps(x, 'infer').filter((_, i) => (i + 1) % depth === 0);
      const means = maps.map((map) => tf.mean<tf.Tensor2D>(map, [1, 2]));
      return means.length > 1 ? tf.concat(means, 1) : means[0]!;
    });
  }

  dispose(): void {
    disposeModule(this);
  }

  /** -log p(label given x) in nats and the share of pictures that are recognised, means over the batch. */
  #loss({ x, labels }: Batch, rng: Rng, { mode }: TrainingState): ObjectiveLoss {
    checkExamples(x, this.config.spec.shape);
    checkLabels(labels, x);
    const features = dropout(this.#features(x, mode), this.config.dropout, mode === 'train' ? rng : undefined);
    const logits = this.output.apply(features);
    return {
      loss: tf.neg(tf.mean(categoricalLogProb(labels, logits))),
      metrics: { accuracy: tf.mean(tf.cast(tf.equal(tf.argMax(logits, 1), labels), 'float32')) },
    };
  }

  #features(x: tf.Tensor, mode: Mode): tf.Tensor2D {
    const last = this.#maps(x, mode).at(-1)!; //                             [batch, height', width', filters]
    return this.hidden.apply(tf.reshape(last, [x.shape[0]!, -1]), relu); // [batch, hidden]
  }

  /** What each convolution makes of what the one before made. */
  #maps(x: tf.Tensor, mode: Mode): tf.Tensor4D[] {
    const maps: tf.Tensor4D[] = [];
    for (const layer of this.layers) maps.push(layer.apply(maps.at(-1) ?? (x as tf.Tensor4D), mode));
    return maps;
  }
}

/** The size of a picture after halving it `times` times, rounded up, and its channels. */
function smallest(shape: readonly number[], times: number): [height: number, width: number, channels: number] {
  check(
    shape.length === 3,
    'invalid-config',
    () => `Classifier.spec must be of pictures, [height, width, channels], got ${show(shape)}`,
  );
  const [height, width, channels] = shape as [number, number, number];
  return [Math.ceil(height / 2 ** times), Math.ceil(width / 2 ** times), channels];
}

function checkLabels(labels: tf.Tensor1D | undefined, x: tf.Tensor): asserts labels is tf.Tensor1D {
  check(
    labels?.rank === 1 && labels.shape[0] === x.shape[0] && labels.dtype === 'int32',
    'invalid-shape',
    () =>
      `a Classifier needs an int32 label for each of ${x.shape[0]} pictures, got ${labels?.shape ? `${labels.dtype} [${labels.shape.join(', ')}]` : show(labels)}`,
  );
}
