import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { cache } from '../scripts/lib/paths.mjs';
import { readBlocks } from './lib/readme-blocks.ts';
import { repositoryFiles } from './lib/source-files.ts';
import { createProgram, typeErrors } from './lib/typescript-program.ts';

// What a reader can copy works: every ```ts block of every page is a program that type-checks and runs.
const seconds = 60;
const folder = join(cache, 'readme-blocks');
const pages = repositoryFiles('**/*.md').filter((page) => !/CHANGELOG\.md$|^\.changeset/.test(page));
const blocks = pages.flatMap(readBlocks).map((block, i) => ({ ...block, file: join(folder, `${i}.mts`) }));

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { file, code } of blocks) writeFileSync(file, `${code}\nexport {};\n`);
const program = createProgram(
  blocks.map(({ file }) => file),
  { noUnusedLocals: false },
);

test('the README has something to copy', () => {
  expect(blocks.map(({ place }) => place)).toContainEqual(expect.stringMatching(/^README\.md/));
});

describe.each(blocks)('$place', ({ file, run }) => {
  test('type-checks', () => {
    expect(typeErrors(program, file)).toEqual([]);
  });

  if (!run) return;
  test(`runs within ${seconds} s`, { timeout: (seconds + 5) * 1000 }, async () => {
    const args = ['--conditions=@genmodels/source', '--import=tsx', file];
    await promisify(execFile)(process.execPath, args, { cwd: folder, timeout: seconds * 1000 });
  });
});
