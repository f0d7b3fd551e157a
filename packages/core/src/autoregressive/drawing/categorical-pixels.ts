import * as tf from '@tensorflow/tfjs-core';
import { categoricalLogProb } from '../../distributions/categorical.ts';
import { exp } from '../functions.ts';
import { drawIndex } from './draw-index.ts';
import type { CodedColour, PixelDistribution, PixelDraw } from './pixel-distribution.ts';

/** A softmax over all levels of each colour. Parameter `level * channels + colour` is the logit of a level. */
export function categoricalPixels({ channels, levels }: Pick<PixelDistribution, 'channels' | 'levels'>): PixelDistribution {
  return {
    channels,
    levels,
    parameters: levels * channels,
    turns: channels,
    logProb(x, parameters) {
      const logits = tf.transpose(tf.reshape(parameters, [...parameters.shape.slice(0, 3), levels, channels]), [0, 1, 2, 4, 3]);
      return categoricalLogProb(tf.cast(tf.round(tf.mul(x, levels - 1)), 'int32'), logits);
    },
    uniforms: channels,
    draw: (from) => draw(from, levels, channels),
    masses: (of, masses) => softmax(of, channels, masses),
  };
}

function draw({ parameters, pixel, turn, uniforms, temperature }: PixelDraw, levels: number, channels: number): void {
  const level = drawIndex((level) => parameters[level * channels + turn]!, levels, uniforms[turn]!, temperature);
  pixel[turn] = Math.fround(level / (levels - 1));
}

/** exp(logit - the largest), in fixed arithmetic. */
function softmax({ parameters, colour }: CodedColour, channels: number, masses: Float64Array): void {
  let largest = -Infinity;
  for (let at = colour; at < parameters.length; at += channels) largest = Math.max(largest, parameters[at]!);
  for (let level = 0; level < masses.length; level++) {
    masses[level] = exp(Math.fround(parameters[level * channels + colour]! - largest));
  }
}
