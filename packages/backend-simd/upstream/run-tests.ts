import jasmineCore, { type Expectation, type SpecResult } from 'jasmine-core';

/** How one test ended. */
export interface TestResult {
  readonly name: string;
  /** 'excluded' by the filter, 'pending' where upstream itself skips it. */
  readonly status: SpecResult['status'];
  /** Why it failed. */
  readonly message: string;
}

/** Runs in jasmine, in order, what `describe` describes to it and what has `filter` in its full name. */
export async function runTests(describe: () => Promise<void>, filter: string): Promise<TestResult[]> {
  const jasmine = jasmineCore.boot(jasmineCore);
  jasmine.DEFAULT_TIMEOUT_INTERVAL = 20_000; // as upstream has it
  const environment = jasmine.getEnv();
  const results: TestResult[] = [];
  environment.configure({ random: false, specFilter: (test) => test.getFullName().includes(filter) });
  environment.addReporter({
    specDone: ({ fullName, status, failedExpectations }) => {
      results.push({ name: fullName, status, message: messageOf(failedExpectations) });
    },
    suiteDone: ({ fullName, failedExpectations }) => {
      results.push(...failureOutsideTests(fullName, failedExpectations));
    },
  });
  await describe();
  const run = await environment.execute();
  return [...results, ...failureOutsideTests('tests.js', run.failedExpectations)];
}

/** A suite or a file that fails beside its tests, in a `beforeAll` say, counts as one more test. */
function failureOutsideTests(name: string, failures: readonly Expectation[]): TestResult[] {
  return failures.length === 0 ? [] : [{ name: `${name} (outside its tests)`, status: 'failed', message: messageOf(failures) }];
}

function messageOf(failures: readonly Expectation[]): string {
  return failures.map(({ message }) => message).join('\n');
}
