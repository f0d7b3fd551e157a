// Runs the tests that tfjs-core has in its npm package on a backend: tsx upstream/run.ts --backend simd --threads 2. The last line is
// their sum, and the exit code is 1 where one fails.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importBundle } from './bundle.ts';
import { judge, type Verdict } from './judge.ts';
import { type Options, parseOptions } from './options.ts';
import { replacedTests } from './replaced-tests.ts';
import { runTests, type TestResult } from './run-tests.ts';

/** 4,225 and 5 that upstream skips. On cpu there are two more: "Switching cpu backends", which upstream describes for that name alone. */
const allTests = 4_230;

async function run({ backend, filter, simd }: Options): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), 'genmodels-upstream-'));
  try {
    const { register, describeTests } = await importBundle(backend, folder);
    await register(simd);
    const results = await runTests(() => describeTests(backend), filter);
    checkComplete(results, filter);
    return judge(results, backend === 'simd' ? replacedTests : []);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Without it an empty bundle would pass. */
function checkComplete(results: readonly TestResult[], filter: string): void {
  if (results.length < allTests) throw new Error(`expected the ${allTests} tests of tfjs-core 4.22.0, got ${results.length}`);
  if (results.every(({ status }) => status === 'excluded')) throw new Error(`no test has "${filter}" in its full name`);
}

function print({ passed, failures, replaced, pending }: Verdict, seconds: number): void {
  for (const { name, message } of failures) console.log(`✗ ${name}\n    ${message.split('\n', 1)[0]}`);
  console.log(
    `\n${replaced} replaced, ${pending} skipped upstream, ${seconds.toFixed(1)} s\n${passed} passed, ${failures.length} failed`,
  );
}

const start = performance.now();
const verdict = await run(parseOptions(process.argv.slice(2)));
print(verdict, (performance.now() - start) / 1000);
if (verdict.failures.length > 0) process.exitCode = 1;
