import { pauser } from '@genmodels/core';

/** Stands between two pieces of long work. */
export type Pause = () => Promise<void>;

/** Rejects with the signal's reason once it is aborted, and lets the host do other work now and then. */
export function pauseOrAbort(signal?: AbortSignal): Pause {
  const pause = pauser();
  return async () => {
    await pause();
    signal?.throwIfAborted();
  };
}
