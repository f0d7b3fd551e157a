import type { SimdOptions } from '../../src/index.ts';
import { runTrial, type Trial } from './trial.ts';

/** What a page sends to its server. */
export interface Report {
  readonly trial?: Trial;
  /** What the trial threw. */
  readonly error?: string;
  /** Errors that nobody caught. */
  readonly uncaught: readonly string[];
}

const grace = 100; // milliseconds, in which what was left to itself may still fail

/** Runs the trial in this page or worker. Never rejects. */
export async function makeReport(options: SimdOptions): Promise<Report> {
  const uncaught: string[] = [];
  addEventListener('error', ({ message }) => uncaught.push(message));
  addEventListener('unhandledrejection', ({ reason }) => uncaught.push(String(reason)));
  const outcome = await runTrial(options).then(
    (trial) => ({ trial }),
    (error) => ({ error: String(error) }),
  );
  await new Promise((resolve) => setTimeout(resolve, grace));
  return { ...outcome, uncaught };
}
