import { expect, test } from 'vitest';
import { browserFailure } from './browser-failure.ts';
import { indexedDb } from './indexed-db.ts';
import { opfs } from './opfs.ts';
import type { ByteFolder } from './storage.ts';

// What they do in a browser, packages/core/browser shows.

test.each<[string, ByteFolder, string]>([
  ['IndexedDB', indexedDb('models'), 'the database models must be open to this page, got Error: a platform without IndexedDB.'],
  ['a private file system', opfs('models'), 'the private folder /models must be open to this page, got Error: a platform without'],
])('without %s every use says so, and what to do', async (_, folder, message) => {
  for (const use of [() => folder.file('a').read(), () => folder.file('a').write(new Uint8Array()), () => folder.list(), () => folder.remove('a')]) {
    await expect(use()).rejects.toMatchObject({ code: 'storage', message: expect.stringContaining(message) });
    await expect(use()).rejects.toThrow('Private windows may forbid it. Keep the file with save(model, download(name)) instead');
  }
  const signal = AbortSignal.abort(new Error('stop'));
  await expect(folder.file('a').read({ signal })).rejects.toBe(signal.reason);
});

test('names are checked before anything is opened', () => {
  expect(() => indexedDb('')).toThrow('[genmodels/invalid-argument] the name of a database must be a text, got ""');
  expect(() => opfs('models/../..')).toThrow('[genmodels/invalid-argument] a file name must be');
  for (const folder of [indexedDb('models'), opfs()]) expect(() => folder.file('../a')).toThrow('[genmodels/invalid-argument]');
});

test.each([
  ['QuotaExceededError', 'P must have room for the file, got QuotaExceededError: why. Remove what is no longer needed.'],
  ['AbortError', 'P must have room for the file, got AbortError: why.'],
  ['VersionError', 'P must hold files of ours alone, got VersionError: why. Choose another name'],
  ['SecurityError', 'P must be open to this page, got SecurityError: why. Private windows may forbid it.'],
])('%s becomes a storage error with advice, and stays its cause', (name, message) => {
  const cause = new DOMException('why', name);
  expect(browserFailure('P', cause)).toMatchObject({ code: 'storage', cause, message: expect.stringContaining(message) });
});

test('an error of ours stays as it is', () => {
  const error = browserFailure('P', null);
  expect(error.message).toBe('[genmodels/storage] P must be open to this page, got null. Private windows may forbid it. Keep the file with save(model, download(name)) instead');
  expect(browserFailure('Q', error)).toBe(error);
});
