// `pnpm verify`: what `npm test` runs and what takes longer, before a release.
import './lib/require-node.mjs';
import { build, checks, damagedFiles, docs, kills, staticSteps, tests, testsOnNode, upstream } from './lib/checks.mjs';
import { install } from './lib/install.mjs';
import { Steps } from './lib/steps.mjs';

const steps = new Steps();
if (await steps.run(install)) {
  await steps.runTogether([...staticSteps, build, docs]);
  await steps.run(tests);
  await steps.run(upstream);
  await steps.run(kills);
  for (const step of damagedFiles(100_000)) await steps.run(step);
  await steps.run(checks);
  if (process.platform === 'linux' && process.arch === 'x64') {
    await steps.run(testsOnNode('22.23.3'));
    await steps.run(testsOnNode('24.21.0'));
  }
}
steps.finish();
