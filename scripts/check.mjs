// `npm run check`: types, lint, style and unused code, in seconds.
import './lib/require-node.mjs';
import { staticSteps } from './lib/checks.mjs';
import { install } from './lib/install.mjs';
import { Steps } from './lib/steps.mjs';

const steps = new Steps();
if (await steps.run(install)) await steps.runTogether(staticSteps);
steps.finish();
