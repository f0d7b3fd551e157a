// Reads damaged files of models and checkpoints: fuzz-run.ts [COUNT], or fuzz-run.ts NAME NUMBER for one of them again. The last line is
// the sum of what was right and wrong.
import { join } from 'node:path';
import { fuzzAll } from './fuzz/fuzz-all.ts';

const modules = ['checkpoint', 'model-file'].map((name) => join(import.meta.dirname, 'formats', `${name}.ts`));
await fuzzAll(modules, process.argv.slice(2));
