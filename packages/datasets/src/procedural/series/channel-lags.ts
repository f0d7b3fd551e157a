import type { Rng } from '@genmodels/core';

/** How far each channel runs ahead of the first, in turns of what repeats: 0, then any part of a turn. */
export function drawLags(channels: number, rng: Rng): number[] {
  return Array.from({ length: channels }, (_, channel) => (channel === 0 ? 0 : rng.next()));
}

/** The lags as attributes: none of the first channel, which has none. */
export function lagAttributes([, ...lags]: readonly number[]): Record<string, number> {
  return Object.fromEntries(lags.map((lag, i) => [`lag${i + 2}`, lag]));
}
