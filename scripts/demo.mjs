// `npm run demo`: trains two small models, compares them, and writes what they draw. Needs only Node, npm and git.
import './lib/require-node.mjs';
import { runExamples } from './lib/examples.mjs';

await runExamples(['demo', ...process.argv.slice(2)]);
