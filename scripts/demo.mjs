// `npm run demo`: trains a small model and writes what it draws. Needs only Node, npm and git.
import './lib/require-node.mjs';
import { runExamples } from './lib/examples.mjs';

await runExamples(['demo', ...process.argv.slice(2)]);
