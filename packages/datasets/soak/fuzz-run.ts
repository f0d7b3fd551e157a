// Reads damaged files of data sets and pictures: fuzz-run.ts [COUNT], or fuzz-run.ts NAME NUMBER for one of them again. The last line is
// the sum of what was right and wrong.
import { join } from 'node:path';
import { fuzzAll } from '../../core/soak/fuzz/fuzz-all.ts';

const formats = ['png', 'jpeg', 'gzip', 'tar', 'cifar-binary', 'idx']; // the slow ones first
await fuzzAll(
  formats.map((name) => join(import.meta.dirname, 'formats', `${name}.ts`)),
  process.argv.slice(2),
);
