import type { Features } from '../features/features.ts';
import { pauseOrAbort } from '../pause-or-abort.ts';
import { nearestMode } from './nearest-mode.ts';

/** How many samples each mode has, in the order of the modes. */
export interface ModeCounts {
  /** Samples whose nearest mode it is. */
  readonly all: Uint32Array;
  /** Those of them that are near enough to be of high quality. */
  readonly highQuality: Uint32Array;
}

export async function countModes(
  samples: Features,
  modes: readonly ArrayLike<number>[],
  radius: number,
  signal?: AbortSignal,
): Promise<ModeCounts> {
  const all = new Uint32Array(modes.length);
  const highQuality = new Uint32Array(modes.length);
  const pause = pauseOrAbort(signal);
  for (let i = 0; i < samples.length; i++) {
    const { mode, distance } = nearestMode(samples, i, modes);
    all[mode]!++;
    if (distance <= radius) highQuality[mode]!++;
    if (i % 1024 === 0) await pause();
  }
  return { all, highQuality };
}
