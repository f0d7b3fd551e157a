// `pnpm build`: every package's dist, from the cache where its sources have not changed.
import './lib/require-node.mjs';
import { build } from './lib/checks.mjs';
import { install } from './lib/install.mjs';
import { Steps } from './lib/steps.mjs';

const steps = new Steps();
if (await steps.run(install)) await steps.run(build);
if (steps.failed > 0) process.exitCode = 1;
