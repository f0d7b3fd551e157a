// `npm test`: everything that a change must pass. Needs only Node, npm and git; with `-- --browser` also Chromium.
import './lib/require-node.mjs';
import { browser, build, checks, damagedFiles, staticSteps, tests, upstream } from './lib/checks.mjs';
import { install } from './lib/install.mjs';
import { Steps } from './lib/steps.mjs';

const steps = new Steps();
if (await steps.run(install)) {
  await steps.runTogether([...staticSteps, build]);
  await steps.run(tests);
  await steps.run(upstream);
  for (const step of damagedFiles(1000)) await steps.run(step);
  await steps.run(checks);
  if (process.argv.includes('--browser')) for (const step of browser) await steps.run(step);
}
steps.finish();
