import type { ReplacedTest } from './replaced-tests.ts';
import type { TestResult } from './run-tests.ts';

/** What a run comes to. */
export interface Verdict {
  readonly passed: number;
  readonly failures: readonly Pick<TestResult, 'name' | 'message'>[];
  /** Tests that failed as they should. */
  readonly replaced: number;
  /** Tests that upstream skips. */
  readonly pending: number;
}

/** A replaced test must fail: one that passes, or that nobody has heard of, does not belong on the list. */
export function judge(results: readonly TestResult[], replacedTests: readonly ReplacedTest[]): Verdict {
  const replaced = new Set(replacedTests.map(({ name }) => name));
  const known = new Set(results.map(({ name }) => name));
  const unknown = [...replaced].filter((name) => !known.has(name));
  const withStatus = (status: TestResult['status']): TestResult[] => results.filter((result) => result.status === status);
  const passing = withStatus('passed');
  const failing = withStatus('failed');
  return {
    passed: passing.filter(({ name }) => !replaced.has(name)).length,
    failures: [
      ...failing.filter(({ name }) => !replaced.has(name)),
      ...passing
        .filter(({ name }) => replaced.has(name))
        .map(({ name }) => ({ name, message: 'passes: take it off replaced-tests.ts' })),
      ...unknown.map((name) => ({ name, message: 'is not a test of tfjs-core: take it off replaced-tests.ts' })),
    ],
    replaced: failing.filter(({ name }) => replaced.has(name)).length,
    pending: withStatus('pending').length,
  };
}
