import { categoricalLogProb, type DataSpec, defineChoice, fixedExp } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import type { CodedColour, PixelDistribution, PixelDraw, PixelOutput } from '../output.ts';
import { checkLevels } from './check-levels.ts';
import { drawIndex } from './draw-index.ts';

/**
 * A softmax over all levels of each colour, 256 for 8-bit images: any shape of distribution, and no notion of near (van den Oord et
 * al. 2016, 1601.06759, section 3.1). Parameter `level * channels + colour` is the logit of a level.
 */
export const categorical = /* @__PURE__ */ defineChoice<Record<string, never>, Pick<PixelOutput, 'distribution'>>(
  'categorical',
  (given) => config.object({})(given, 'categorical'),
  () => ({ distribution }),
);

function distribution(spec: DataSpec): PixelDistribution {
  const { channels, levels } = checkLevels(spec, 'categorical', 256);
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
    masses[level] = fixedExp(Math.fround(parameters[level * channels + colour]! - largest));
  }
}
