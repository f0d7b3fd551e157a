import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cached } from '../network/cached.ts';
import { byteFolderLaws } from './byte-folder-laws.ts';
import { cacheApi } from './cache-api.ts';
import { FakeCaches } from './fake-caches.ts';

beforeEach(() => {
  vi.stubGlobal('caches', new FakeCaches());
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each(byteFolderLaws)('$name', ({ run }) => run(cacheApi('test')));

test('folders of other names are others', async () => {
  await cacheApi('a').file('x').write(Uint8Array.of(1));
  expect(await cacheApi('b').list()).toEqual([]);
  expect([...(await cacheApi('a').file('x').read())]).toEqual([1]);
});

test('it keeps what is fetched once', async () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const fetch = vi.fn(async () => new Response(bytes));
  const file = cached('https://example.org/a', { folder: cacheApi('models'), fetch, verify: async () => {} });
  for (let i = 0; i < 3; i++) expect(await file.read()).toEqual(bytes);
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('without room, and where the browser has none, it is a storage error that says so', async () => {
  const quota = new DOMException('too much', 'QuotaExceededError');
  vi.spyOn(caches, 'open').mockRejectedValue(quota);
  const write = cacheApi('test').file('a').write(Uint8Array.of(1));
  await expect(write).rejects.toMatchObject({ code: 'storage', cause: quota });
  vi.stubGlobal('caches', undefined);
  await expect(cacheApi('test').list()).rejects.toThrow('[genmodels/storage] the cache test must be in a browser');
});

test('a name is needed', () => {
  expect(() => cacheApi('')).toThrow('[genmodels/invalid-argument] the name of a cache must be a text, got ""');
});
