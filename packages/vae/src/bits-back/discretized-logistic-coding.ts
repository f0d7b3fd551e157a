import { fixedExp, fixedSigmoid, minimumLogScale } from '@genmodels/core';
import {
  type DiscretizedLogisticConfig,
  levelsOf,
  readDiscretizedLogisticConfig,
} from '../outputs/discretized-logistic-output.ts';
import { defineCoding, type LevelCdf } from './level-coding.ts';

/** What `readLogistic` reads, for one example on the host. */
export const discretizedLogisticCoding = /* @__PURE__ */ defineCoding('discretizedLogistic', {
  options: readDiscretizedLogisticConfig,
  coding(spec, { scale }) {
    const levels = levelsOf(spec);
    const channels = spec.shape.at(-1)!;
    return { levels, cdf: (parameters) => logisticCdf({ parameters, channels, scale }, levels - 1) };
  },
});

/** For each position some means, one a channel, and then as many log-scales. */
interface LogisticParameters extends DiscretizedLogisticConfig {
  readonly parameters: Float32Array;
  readonly channels: number;
}

function logisticCdf(of: LogisticParameters, steps: number): LevelCdf {
  const { parameters, channels, scale } = of;
  const meanAt = (place: number) => place + Math.floor(place / channels) * channels;
  const ofExample = scale === 'example' ? meanLogScale(of) : undefined;
  return (place, level) => {
    const mean = parameters[meanAt(place)]! / 4 + 0.5;
    const logScale = (ofExample ?? parameters[meanAt(place) + channels]!) - 2;
    return fixedSigmoid(((level - 0.5) / steps - mean) * fixedExp(-Math.max(logScale, minimumLogScale)));
  };
}

function meanLogScale({ parameters, channels }: LogisticParameters): number {
  let sum = 0;
  for (let i = 0; i < parameters.length; i++) if (Math.floor(i / channels) % 2 === 1) sum += parameters[i]!;
  return (2 * sum) / parameters.length;
}
