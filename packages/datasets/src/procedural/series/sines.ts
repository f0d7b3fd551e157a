import type { Rng } from '@genmodels/core';
import { type ChangingSine, drawSine, sineAt } from './changing-sine.ts';
import { drawLags, lagAttributes } from './channel-lags.ts';
import type { DrawnSeries, SeriesShape } from './drawn-series.ts';
import { drawStarts } from './regimes.ts';

/** Cycles a series; the amplitudes never add up to more than 1. */
const SLOW = { frequency: [0.5, 2], amplitude: [0.2, 0.55] } as const;
const FAST = { frequency: [3, 7], amplitude: [0.05, 0.45] } as const;

const NOISE = 0.03;

/** A slow and a fast sine, whose frequencies and amplitudes change at the same few moments, and a little noise. */
export function drawSines({ length, channels }: SeriesShape, rng: Rng): DrawnSeries {
  const { changes, starts } = drawStarts(rng);
  const slow = drawSine(changes, SLOW, rng);
  const fast = drawSine(changes, FAST, rng);
  const lags = drawLags(channels, rng);
  const values = rng.fillNormal(new Float32Array(length * channels)).map((noise, i) => {
    const time = Math.floor(i / channels) / length;
    const lag = lags[i % channels]!;
    return sineAt(time, slow, starts, lag) + sineAt(time, fast, starts, lag) + NOISE * noise;
  });
  const [, change1, change2] = starts;
  return {
    values,
    label: changes,
    attributes: {
      changes,
      change1,
      change2,
      ...sineAttributes('slow', slow),
      ...sineAttributes('fast', fast),
      ...lagAttributes(lags),
    },
  };
}

function sineAttributes(name: string, { phase, frequencies, amplitudes }: ChangingSine): Record<string, number> {
  return {
    [`${name}Phase`]: phase,
    ...Object.fromEntries(frequencies.map((frequency, k) => [`${name}Frequency${k + 1}`, frequency])),
    ...Object.fromEntries(amplitudes.map((amplitude, k) => [`${name}Amplitude${k + 1}`, amplitude])),
  };
}
