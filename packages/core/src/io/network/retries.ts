export interface RetryOptions {
  /** How often a file is asked for in all, whatever comes of it. @default 3 */
  readonly attempts?: number;
  /** Milliseconds until the second attempt; each further one waits twice as long. @default 500 */
  readonly pause?: number;
}

/** The attempts of one transfer. */
export interface Retries {
  /** Waits until the next attempt is due. Throws the cause when none is left, and the signal's reason once it is aborted. */
  after(cause: unknown): Promise<void>;
  /** Does it, and again after each error, as long as there are attempts. */
  run<T>(action: () => Promise<T>): Promise<T>;
}

export function createRetries({ attempts = 3, pause = 500 }: RetryOptions, signal: AbortSignal | undefined): Retries {
  let left = attempts - 1;
  let wait = pause;
  async function after(cause: unknown): Promise<void> {
    signal?.throwIfAborted();
    if (left === 0) throw cause;
    left -= 1;
    await sleep(wait, signal);
    wait *= 2;
  }
  async function run<T>(action: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await action();
      } catch (cause) {
        await after(cause);
      }
    }
  }
  return { after, run };
}

async function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(wake, milliseconds);
    signal?.addEventListener('abort', wake);
    function wake(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', wake);
      resolve();
    }
  });
  signal?.throwIfAborted();
}
