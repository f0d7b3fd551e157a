import * as tf from '@tensorflow/tfjs-core';
import { logSoftmax } from '../ops/log-softmax.ts';
import { logSumExp } from '../ops/log-sum-exp.ts';
import type { Rng } from '../rng.ts';
import { drawCategorical } from './categorical.ts';
import { type DiscretizedLogistic, discretizedLogisticLogMass, drawDiscretizedLogistic } from './discretized-logistic.ts';
import { sumPerExample } from './sum-per-example.ts';

/**
 * A mixture of discretized logistics for the channels of a pixel: all channels share the component, and a channel's mean
 * shifts linearly with the channels before it. Salimans et al. 2017 (PixelCNN++, 1701.05517), sections 2.1 and 2.2.
 *
 * Its parameters are the last axis of a tensor [..., logisticMixtureParameters(mixture)], in the authors' units, where values
 * span [-1, 1]:
 *
 *     components                  logits of the components
 *     channels * components       means, channel by channel
 *     channels * components       log scales, channel by channel
 *     pairs * components          coefficients before their tanh, pairs = channels (channels - 1) / 2, in the order
 *                                 green on red, blue on red, blue on green, ...
 *
 * The values themselves are levels in [0, 1], as everywhere.
 */
export interface LogisticMixture {
  readonly channels: number;
  readonly components: number;
  /** From 2 to 256. */
  readonly levels: number;
}

/** How many parameters a pixel has: 10 a component for three channels, 3 for one. */
export function logisticMixtureParameters({ channels, components }: Pick<LogisticMixture, 'channels' | 'components'>): number {
  return components * (1 + 2 * channels + (channels * (channels - 1)) / 2);
}

/** log p(x) in nats, one value an example: x [batch, ..., channels], parameters [batch, ..., p]. */
export function logisticMixtureLogProb(x: tf.Tensor, parameters: tf.Tensor, mixture: LogisticMixture): tf.Tensor1D {
  return tf.tidy(() => {
    const { logits, means, logScales, coefficients } = split(parameters, mixture);
    const values = tf.reshape(x, [-1, mixture.channels, 1]);
    const shifted = coefficients.length === 0 ? means : tf.add(means, channelShifts(values, coefficients));
    const logistics = toUnit(shifted, logScales); // [pixels, channels, components]
    const masses = discretizedLogisticLogMass(values, logistics, mixture.levels);
    const weights = logSoftmax(logits); // [pixels, components]
    const pixels = tf.squeeze(logSumExp(tf.add(weights, tf.sum(masses, 1))), [-1]);
    return sumPerExample(tf.reshape(pixels, x.shape.slice(0, -1)));
  });
}

/**
 * Draws pixels: parameters [..., p] to levels in [0, 1] of [..., channels]. A channel is rounded to its level before the next
 * one sees it, so that the draws follow exactly the distribution of `logisticMixtureLogProb` (at temperature 1).
 */
export function drawLogisticMixture(parameters: tf.Tensor, mixture: LogisticMixture, rng: Rng, temperature = 1): tf.Tensor {
  return tf.tidy(() => {
    const { logits, ...all } = split(parameters, mixture);
    const component = drawCategorical(tf.div(logits, temperature), rng.fork('component'));
    const { means, logScales, coefficients } = select(all, tf.oneHot(tf.cast(component, 'int32'), mixture.components));
    const noise = rng.fork('channels');
    const drawn: tf.Tensor[] = [];
    for (let channel = 0; channel < mixture.channels; channel++) {
      const own = tf.slice(means, [0, channel, 0], [-1, 1, -1]);
      const mean = channel === 0 ? own : tf.add(own, channelShift(tf.concat(drawn, 1), coefficients[channel - 1]!));
      const logistic = toUnit(mean, tf.slice(logScales, [0, channel, 0], [-1, 1, -1]));
      drawn.push(drawDiscretizedLogistic(logistic, mixture.levels, noise.fork(channel), temperature));
    }
    return tf.reshape(tf.concat(drawn, 1), [...parameters.shape.slice(0, -1), mixture.channels]);
  });
}

/** What belongs to each component, along the last axis. */
interface Components {
  readonly means: tf.Tensor; // [pixels, channels, components]
  readonly logScales: tf.Tensor; // [pixels, channels, components]
  readonly coefficients: readonly tf.Tensor[]; // of channel 1, 2, ...: [pixels, channels before it, components]
}

function split(parameters: tf.Tensor, { channels, components }: LogisticMixture): Components & { logits: tf.Tensor } {
  const earlier = Array.from({ length: channels - 1 }, (_, i) => i + 1); // channels before channel 1, 2, ...
  const counts = [1, channels, channels, ...earlier];
  const rows: tf.Tensor2D = tf.reshape(parameters, [-1, logisticMixtureParameters({ channels, components })]);
  const [logits, means, logScales, ...coefficients] = tf.split(
    rows,
    counts.map((count) => count * components),
    1,
  );
  const byComponent = (x: tf.Tensor | undefined): tf.Tensor => tf.reshape(x!, [rows.shape[0], -1, components]);
  return {
    logits: logits!, // [pixels, components]
    means: byComponent(means),
    logScales: byComponent(logScales),
    coefficients: coefficients.map((x) => tf.tanh(byComponent(x))),
  };
}

/** Keeps one component of each pixel: all parameters become [pixels, ..., 1]. */
function select({ means, logScales, coefficients }: Components, chosen: tf.Tensor): Components {
  const mask = tf.expandDims(chosen, 1);
  const only = (x: tf.Tensor): tf.Tensor => tf.sum(tf.mul(x, mask), 2, true);
  return { means: only(means), logScales: only(logScales), coefficients: coefficients.map(only) };
}

/** What each channel's means gain from the channels before it: [pixels, channels, components], zeros for the first. */
function channelShifts(values: tf.Tensor, coefficients: readonly tf.Tensor[]): tf.Tensor {
  const shifts = coefficients.map((own, i) => channelShift(tf.slice(values, [0, 0, 0], [-1, i + 1, -1]), own));
  return tf.concat([tf.zerosLike(shifts[0]!), ...shifts], 1);
}

/** Values before the channel, [pixels, channels before it, 1], times their coefficients: [pixels, 1, components]. */
function channelShift(before: tf.Tensor, coefficients: tf.Tensor): tf.Tensor {
  return tf.sum(tf.mul(tf.sub(tf.mul(before, 2), 1), coefficients), 1, true);
}

/** From the authors' units, [-1, 1], to ours, [0, 1]. */
function toUnit(mean: tf.Tensor, logScale: tf.Tensor): DiscretizedLogistic {
  return { mean: tf.mul(tf.add(mean, 1), 0.5), logScale: tf.sub(logScale, Math.LN2) };
}
