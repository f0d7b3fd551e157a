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
  const isReplaced = ({ name }: TestResult): boolean => replacedTests.some((test) => test.name === name);
  const isUnknown = ({ name }: ReplacedTest): boolean => !results.some((result) => result.name === name);
  const [replaced, kept] = partition(results, isReplaced);
  return {
    passed: withStatus(kept, 'passed').length,
    failures: [
      ...withStatus(kept, 'failed'),
      ...withStatus(replaced, 'passed').map(({ name }) => ({ name, message: 'passes: take it off replaced-tests.ts' })),
      ...replacedTests
        .filter(isUnknown)
        .map(({ name }) => ({ name, message: 'is no test of tfjs-core: take it off replaced-tests.ts' })),
    ],
    replaced: withStatus(replaced, 'failed').length,
    pending: withStatus(kept, 'pending').length,
  };
}

function withStatus(results: readonly TestResult[], status: TestResult['status']): TestResult[] {
  return results.filter((result) => result.status === status);
}

/** Those that are, and those that are not. */
function partition<T>(items: readonly T[], is: (item: T) => boolean): [T[], T[]] {
  return [items.filter(is), items.filter((item) => !is(item))];
}
