import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../scripts/lib/paths.mjs';
import { entriesOf, publicPackages } from './lib/packages.ts';
import { publicNames } from './lib/public-names.ts';
import { createProgram } from './lib/typescript-program.ts';

const entries = publicPackages().flatMap(entriesOf);
const program = createProgram(entries.map(({ source }) => join(root, source)));

test.each(entries)('$name exports the names that are written down', async ({ name, source }) => {
  const written = `public-names/${name.replace('@genmodels/', '').replace('/', '.')}.txt`;
  const hint = `checks/${written} says otherwise; if the change is meant, run: pnpm public-names`;
  await expect(publicNames(program, join(root, source)), hint).toMatchFileSnapshot(written);
});
