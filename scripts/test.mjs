// `npm test`: everything that a change must pass. Needs only Node, npm and git.
import './lib/require-node.mjs';
import { build, checks, staticSteps, tests } from './lib/checks.mjs';
import { install } from './lib/install.mjs';
import { Steps } from './lib/steps.mjs';

const steps = new Steps();
if (await steps.run(install)) {
  await steps.runTogether([...staticSteps, build]);
  await steps.run(tests);
  await steps.run(checks);
}
steps.finish();
