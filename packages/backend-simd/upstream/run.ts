// Runs the tests that tfjs-core has in its npm package on a backend: tsx upstream/run.ts --backend simd --threads 2. The last line is
// their sum, and the exit code is 1 where one fails.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importBundle } from './bundle.ts';
import { judge, type Verdict } from './judge.ts';
import { type Options, parseOptions } from './options.ts';
import { replacedTests } from './replaced-tests.ts';
import { runTests } from './run-tests.ts';

async function run({ backend, filter, simd }: Options): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), 'genmodels-upstream-'));
  try {
    const { register, describeTests } = await importBundle(backend, folder);
    await register(simd);
    const results = await runTests(() => describeTests(backend), filter);
    return judge(results, backend === 'simd' ? replacedTests : []);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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
