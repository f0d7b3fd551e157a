import * as tf from '@tensorflow/tfjs-core';
import { relu, softplus } from '../nn/activations.ts';
import { runKernel } from '../ops/run-kernel.ts';
import type { Rng } from '../rng.ts';
import { sumPerExample } from './sum-per-example.ts';

/**
 * A logistic distribution over (-inf, inf) of which only the level nearest to each draw is kept: level k of `levels` stands
 * at k / (levels - 1), the first and the last take all that lies beyond. `mean` and the scale are in the same units. Scales
 * below `minimumLogScale` count as that.
 */
export interface DiscretizedLogistic {
  readonly mean: tf.Tensor;
  readonly logScale: tf.Tensor;
}

/** The floor of PixelCNN++'s code, -7 where values span [-1, 1]: slopes grow with 1 / scale. */
export const minimumLogScale = -7 - Math.LN2;

/** log p(x) in nats, one value an example: x and both parameters are [batch, ...]; x is one of the levels in [0, 1]. */
export function discretizedLogisticLogProb(x: tf.Tensor, p: DiscretizedLogistic, levels: number): tf.Tensor1D {
  return tf.tidy(() => sumPerExample(discretizedLogisticLogMass(x, p, levels)));
}

/**
 * log(sigmoid(b) - sigmoid(a)) in nats, elementwise with broadcasting, where a and b are the standardised edges of x's bin.
 *
 * With d = b - a this is log(1 - exp(-d)) - softplus(a) - softplus(-b) exactly: no difference of nearly equal numbers, no
 * logarithm of an underflow, and finite slopes, where 1701.05517 (section 2.1) needs an approximation. The first bin has
 * a = -inf, the last b = inf, and each loses two of the three terms.
 */
export function discretizedLogisticLogMass(x: tf.Tensor, { mean, logScale }: DiscretizedLogistic, levels: number): tf.Tensor {
  return tf.tidy(() => {
    const width = 1 / (levels - 1);
    const boundedLogScale = boundLogScale(logScale);
    const inverseScale = tf.exp(tf.neg(boundedLogScale));
    const gap = tf.sub(x, mean);
    const a = tf.mul(tf.sub(gap, width / 2), inverseScale);
    const b = tf.mul(tf.add(gap, width / 2), inverseScale);
    const notFirst = tf.step(tf.sub(x, width / 2));
    const notLast = tf.step(tf.sub(1 - width / 2, x));
    const inner = tf.mul(tf.mul(notFirst, notLast), logOneMinusExp(tf.sub(Math.log(width), boundedLogScale)));
    const outer = tf.add(tf.mul(notFirst, softplus(a)), tf.mul(notLast, softplus(tf.neg(b))));
    return tf.sub(inner, outer);
  });
}

/** Draws a level, in [0, 1], for each dimension. */
export function drawDiscretizedLogistic(p: DiscretizedLogistic, levels: number, rng: Rng, temperature = 1): tf.Tensor {
  const noise = rng.fillUniform(new Float32Array(p.mean.size)).map((u) => temperature * Math.log(u / (1 - u)));
  return tf.tidy(() => {
    const draw = tf.add(p.mean, tf.mul(tf.exp(boundLogScale(p.logScale)), tf.tensor(noise, p.mean.shape)));
    return nearestLevel(draw, levels);
  });
}

/**
 * The expectation in [0, 1], to within half a step between levels (a hundredth of a step, where the scale is not below a step):
 * it is that of the logistic clipped to [0, 1], which is not yet rounded.
 */
export function discretizedLogisticMean({ mean, logScale }: DiscretizedLogistic): tf.Tensor {
  return tf.tidy(() => {
    const scale = runKernel('Exp', { x: boundLogScale(logScale) });
    const above = softplus(tf.div(mean, scale));
    const beyond = softplus(tf.div(tf.sub(mean, 1), scale));
    return tf.mul(scale, tf.sub(above, beyond));
  });
}

/** The level, in [0, 1], next to each value. */
export function nearestLevel(x: tf.Tensor, levels: number): tf.Tensor {
  return tf.tidy(() => tf.div(tf.round(tf.mul(tf.clipByValue(x, 0, 1), levels - 1)), levels - 1));
}

function boundLogScale(logScale: tf.Tensor): tf.Tensor {
  return tf.add(relu(tf.sub(logScale, minimumLogScale)), minimumLogScale);
}

/**
 * log(1 - exp(-d)) from t = log(d), to float32's precision with its first two derivatives. Below SPLIT it is t plus the series
 * of log((1 - exp(-d)) / d), above the formula itself. Relu splits t, so that the slopes of the two parts add up at the split.
 */
function logOneMinusExp(t: tf.Tensor): tf.Tensor {
  const above = relu(tf.sub(t, SPLIT));
  const below = tf.sub(t, above);
  const d = tf.exp(below);
  const series = tf.add(below, tf.mul(d, tf.sub(tf.mul(d, 1 / 24), 0.5)));
  const formula = tf.log(tf.sub(1, tf.exp(tf.neg(tf.exp(tf.add(above, SPLIT))))));
  return tf.add(series, tf.sub(formula, Math.log(1 - Math.exp(-Math.exp(SPLIT)))));
}

const SPLIT = -2; // d = 0.14: the series is off by d^4 / 2880 = 1e-7, and 1 - exp(-d) has lost three bits
