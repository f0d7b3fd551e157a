import { GenmodelsError } from './errors.ts';
import { canShareMemory, processors } from './threads/available.ts';
import { type Build, bestBuild, checkBuild } from './wasm/builds.ts';

/** What `registerSimdBackend` takes. */
export interface SimdOptions {
  /**
   * Threads that compute, the caller's included; 0 and 1 both mean that one alone. More than there are processors works, and gains nothing.
   * A page that is not cross-origin isolated has one, whatever is asked for, and so has one whose Content Security Policy forbids workers made
   * of blobs: `threadCount` of the backend tells.
   * @default as many as there are processors, at most 16
   */
  readonly threads?: number;
  /** Which compiled kernels to use; `'baseline'` gives the same bits on every machine. @default the fastest that the platform runs */
  readonly build?: Build;
}

export interface SimdConfig {
  readonly threads: number;
  readonly build: Build;
}

/** Throws 'invalid-argument' for what is no option, 'missing-backend' for a build that cannot run here. */
export function completeOptions({ threads = processors(), build = bestBuild(), ...unknown }: SimdOptions): SimdConfig {
  const [stranger] = Object.keys(unknown);
  if (stranger !== undefined) throw invalid(`registerSimdBackend takes threads and build, got ${stranger}`);
  if (!Number.isInteger(threads) || threads < 0)
    throw invalid(`threads must be an integer of at least 0, got ${String(threads)}`);
  if (!builds.includes(build)) throw invalid(`build must be one of ${builds.join(', ')}, got ${String(build)}`);
  checkBuild(build);
  return { threads: canShareMemory() ? Math.max(threads, 1) : 1, build };
}

const builds: readonly Build[] = ['relaxed', 'baseline', 'scalar'];

function invalid(message: string): GenmodelsError {
  return new GenmodelsError('invalid-argument', message);
}
