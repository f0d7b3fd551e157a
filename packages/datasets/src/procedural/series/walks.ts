import type { Rng } from '@genmodels/core';
import { drawLags, lagAttributes } from './channel-lags.ts';
import { type DrawnSeries, perChannel, type SeriesShape } from './drawn-series.ts';
import { drawLevel, levelAt } from './level.ts';
import { drawSeason, seasonAt } from './season.ts';

const NOISE = 0.03;

/** A level that drifts and wanders, of its own in each channel, a season that the channels share, and a little noise. */
export function drawWalks({ length, channels }: SeriesShape, rng: Rng): DrawnSeries {
  const season = drawSeason(rng);
  const lags = drawLags(channels, rng);
  const levels = lags.map(() => drawLevel(length, rng));
  const values = rng.fillNormal(new Float32Array(length * channels)).map((noise, i) => {
    const step = Math.floor(i / channels);
    const channel = i % channels;
    return levelAt(step, levels[channel]!) + seasonAt(step / length, season, lags[channel]!) + NOISE * noise;
  });
  return {
    values,
    label: season.kind,
    attributes: {
      cycles: season.cycles,
      phase: season.phase,
      amplitude: season.amplitude,
      overtone: season.overtone,
      ...lagAttributes(lags),
      ...perChannel(
        'start',
        levels.map(({ start }) => start),
      ),
      ...perChannel(
        'drift',
        levels.map(({ drift }) => drift),
      ),
      ...perChannel(
        'wander',
        levels.map(({ walk }) => walk.at(-1)!),
      ),
    },
  };
}
