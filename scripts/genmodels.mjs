// `npm run genmodels -- train vae --data mnist`: the commands of apps/examples/cli, run on the sources.
import './lib/require-node.mjs';
import { runExamples } from './lib/examples.mjs';

await runExamples(process.argv.slice(2));
