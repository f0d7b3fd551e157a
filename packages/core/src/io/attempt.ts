import { GenmodelsError } from '../errors.ts';

/**
 * Does what depends on the world outside. What it throws becomes 'storage' ("`what`, got ENOENT. `advice`"), except an abort, which
 * keeps the caller's reason, and an error of ours, which says more.
 */
export async function attempt<T>(
  what: string,
  advice: string,
  signal: AbortSignal | null | undefined,
  action: () => T,
): Promise<Awaited<T>> {
  try {
    return await action();
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof GenmodelsError) throw cause;
    throw new GenmodelsError('storage', `${what}, got ${cause}. ${advice}`, { cause });
  }
}
