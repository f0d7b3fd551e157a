import * as tf from '@tensorflow/tfjs-core';
import { type ConfigOf, integer, object } from '../config.ts';
import type { JsonObject } from '../json.ts';
import { disposeModule } from '../nn/module.ts';

const fields = { width: integer({ min: 1, max: 64 }) };
type ToyConfig = ConfigOf<typeof fields>;

class Layer {
  readonly kernel: tf.Variable;
  readonly bias: tf.Variable;
  readonly mask: tf.Tensor;

  constructor(rows: number, columns: number) {
    this.kernel = tf.tidy(() => tf.variable(tf.fill([rows, columns], 0.5)));
    this.bias = tf.tidy(() => tf.variable(tf.zeros([columns])));
    this.mask = tf.ones([rows, columns]);
  }
}

/** For tests: a model with weights, a running average, a counter and constants. */
export class ToyModel {
  static readonly kind = 'toy';
  readonly kind = ToyModel.kind;
  readonly config: ToyConfig;
  readonly encoder: Layer;
  readonly decoder: Layer;
  readonly average: tf.Variable;
  readonly updates: tf.Variable;

  constructor(config: ToyConfig) {
    this.config = config;
    this.encoder = new Layer(3, config.width);
    this.decoder = new Layer(config.width, 3);
    this.average = tf.tidy(() => tf.variable(tf.ones([3]), false));
    this.updates = tf.tidy(() => tf.variable(tf.scalar(7, 'int32'), false));
  }

  static fromConfig(config: JsonObject): ToyModel {
    return new ToyModel(object(fields)(config, 'config'));
  }

  dispose(): void {
    disposeModule(this);
  }
}

/** Another kind, with the decoder's shapes alone. */
export class ToyDecoder {
  static readonly kind = 'toy-decoder';
  readonly kind = ToyDecoder.kind;
  readonly config: ToyConfig;
  readonly kernel: tf.Variable;
  readonly bias: tf.Variable;

  constructor(config: ToyConfig) {
    this.config = config;
    this.kernel = tf.tidy(() => tf.variable(tf.zeros([config.width, 3])));
    this.bias = tf.tidy(() => tf.variable(tf.zeros([3])));
  }

  static fromConfig(config: JsonObject): ToyDecoder {
    return new ToyDecoder(object(fields)(config, 'config'));
  }

  dispose(): void {
    disposeModule(this);
  }
}
