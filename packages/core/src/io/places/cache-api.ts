import { check, GenmodelsError, show } from '../../errors.ts';
import { checkFileName } from './file-name.ts';
import type { ByteFolder } from './storage.ts';

/** Entries stand under addresses; nothing is ever fetched from these (RFC 2606, section 2). */
const origin = 'https://genmodels.invalid/';

/**
 * A folder in the Cache API of browsers (pages on https or localhost, and their workers), under a name among those of the page's origin.
 * The browser replaces a file wholly or not at all, and may throw away all of them when the disk is full.
 */
export function cacheApi(name: string): ByteFolder {
  check(
    typeof name === 'string' && name !== '',
    'invalid-argument',
    () => `the name of a cache must be a text, got ${show(name)}`,
  );
  return {
    file(entry) {
      checkFileName(entry);
      return {
        async read({ signal, onProgress } = {}) {
          signal?.throwIfAborted();
          const bytes = await attempt(name, async (cache) => (await cache.match(origin + entry))?.arrayBuffer());
          signal?.throwIfAborted();
          if (bytes === undefined) throw failure(name, `hold ${entry}`, 'no such file: write it first');
          onProgress?.(bytes.byteLength, bytes.byteLength);
          return new Uint8Array(bytes);
        },
        async write(bytes, { signal, onProgress } = {}) {
          signal?.throwIfAborted();
          await attempt(name, (cache) => cache.put(origin + entry, new Response(new Uint8Array(bytes))));
          onProgress?.(bytes.length, bytes.length);
        },
      };
    },
    async list() {
      const requests = await attempt(name, (cache) => cache.keys());
      return requests.map(({ url }) => url.slice(origin.length)).sort();
    },
    async remove(entry) {
      checkFileName(entry);
      await attempt(name, (cache) => cache.delete(origin + entry));
    },
  };
}

/** Turns what the browser throws (no room, private browsing) into 'storage'. */
async function attempt<T>(name: string, action: (cache: Cache) => Promise<T>): Promise<T> {
  if (globalThis.caches === undefined) {
    throw failure(name, 'be in a browser, in a page on https or localhost', 'none: keep files in folder(path) or memoryFolder()');
  }
  try {
    return await action(await caches.open(name));
  } catch (cause) {
    throw failure(name, 'be open to this page, with room for the file', cause, cause);
  }
}

function failure(name: string, must: string, got: unknown, cause?: unknown): GenmodelsError {
  return new GenmodelsError('storage', `the cache ${name} must ${must}, got ${got}`, { cause });
}
