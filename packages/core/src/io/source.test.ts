import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { memory } from './places/memory.ts';
import { openSource, type Source } from './source.ts';

const bytes = Uint8Array.of(1, 2, 3);
const read = async (source: Source) => [...(await openSource(source).read())];

test('bytes of every sort', async () => {
  expect(await read(bytes)).toEqual([1, 2, 3]);
  expect(await read(bytes.slice().buffer)).toEqual([1, 2, 3]);
  expect(await read(Buffer.from(bytes))).toEqual([1, 2, 3]);
  expect(await read(new DataView(bytes.buffer, 1, 2))).toEqual([2, 3]);
});

test('a storage stands for itself', () => {
  const storage = memory();
  expect(openSource(storage)).toBe(storage);
});

test('paths and file: URLs', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'genmodels-'));
  const path = join(folder, 'https:model');
  writeFileSync(path, bytes);
  expect(await read(path)).toEqual([1, 2, 3]);
  expect(await read(pathToFileURL(path))).toEqual([1, 2, 3]);
  rmSync(folder, { recursive: true });
});

test('web addresses, of which plain http is for this machine', () => {
  expect(() => openSource('http://example.org/a')).toThrow('the address must be an https URL');
  expect(() => openSource(new URL('http://example.org/a'))).toThrow('the address must be an https URL');
  expect(() => openSource('HTTPS://example.org/a')).not.toThrow();
});

test.each([undefined, null, 3, {}])('%j is no source', (source) => {
  expect(() => openSource(source as unknown as Source)).toThrow(
    '[genmodels/invalid-argument] a source must be a path, an https URL, bytes or a storage',
  );
});
