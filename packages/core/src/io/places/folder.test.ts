import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { byteFolderLaws } from './byte-folder-laws.ts';
import { folder } from './folder.ts';

let path: string;

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'genmodels-'));
});

afterEach(() => {
  rmSync(path, { recursive: true });
});

test.each(byteFolderLaws)('$name', ({ run }) => run(folder(join(path, 'new', 'ü b'))));

test('a path and a file: URL are the same folder, which the first write makes', async () => {
  const [deep, url] = [join(path, 'a', 'b'), pathToFileURL(`${path}/a/b`)];
  const file = folder(url).file('c');
  expect(readdirSync(path)).toEqual([]);
  await file.write(Uint8Array.of(1));
  expect(await folder(deep).file('c').read()).toEqual(Uint8Array.of(1));
  expect(await folder(deep).list()).toEqual(['c']);
});

test('only files with names of ours are listed', async () => {
  for (const name of ['model.safetensors', 'a.0123abcd-77-0123abcd.tmp', '.DS_Store', 'Thumbs.db', 'README']) writeFileSync(join(path, name), '');
  mkdirSync(join(path, 'below'));
  expect(await folder(path).list()).toEqual(['model.safetensors']);
});

test('a file where a folder should be is a storage error', async () => {
  writeFileSync(join(path, 'file'), '');
  const inside = folder(join(path, 'file'));
  await expect(inside.file('a').write(new Uint8Array())).rejects.toMatchObject({ code: 'storage', cause: { code: 'EEXIST' } });
  await expect(inside.list()).rejects.toMatchObject({ code: 'storage', cause: { code: 'ENOTDIR' } });
});
