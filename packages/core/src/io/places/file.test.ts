import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { file } from './file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'genmodels-'));
});

afterEach(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

test('what is written is read, by path and by URL, and both report their progress', async () => {
  const path = join(folder, 'ü b.bin');
  const reports: unknown[] = [];
  const onProgress = (...report: unknown[]) => reports.push(report);
  await file(path).write(Uint8Array.of(1, 2), { onProgress });
  expect([...readFileSync(path)]).toEqual([1, 2]);
  await file(pathToFileURL(path)).write(Uint8Array.of(3, 4, 5), { onProgress });
  expect(await file(pathToFileURL(path)).read({ onProgress })).toEqual(Uint8Array.of(3, 4, 5));
  expect(await file(path).read()).not.toBeInstanceOf(Buffer);
  expect(reports).toEqual([
    [2, 2],
    [3, 3],
    [3, 3],
  ]);
});

test('a missing file or folder is a storage error with its cause', async () => {
  const missing = join(folder, 'none', 'a.bin');
  const error = { code: 'storage', cause: { code: 'ENOENT' }, message: expect.stringContaining(missing) };
  await expect(file(missing).read()).rejects.toMatchObject(error);
  await expect(file(missing).write(new Uint8Array())).rejects.toMatchObject(error);
  await expect(file(folder).read()).rejects.toMatchObject({ code: 'storage', cause: { code: 'EISDIR' } });
});

test('an aborted read or write keeps the reason', async () => {
  const signal = AbortSignal.abort(new Error('stop'));
  await expect(file(join(folder, 'a')).read({ signal })).rejects.toThrow('stop');
  await expect(file(join(folder, 'a')).write(new Uint8Array(), { signal })).rejects.toBe(signal.reason);
});

test.each([undefined, {}, { env: {} }])('without Node (process %j) it says what to use instead', async (process) => {
  vi.stubGlobal('process', process);
  await expect(file('a').read()).rejects.toThrow(
    '[genmodels/storage] the file must be readable, got Error: a path needs Node: load a URL or bytes',
  );
  await expect(file('a').write(new Uint8Array())).rejects.toThrow('[genmodels/storage] a path needs Node, got another platform');
});
