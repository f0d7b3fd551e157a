import { check, GenmodelsError, show } from '../../errors.ts';
import { browserFailure } from './browser-failure.ts';
import { checkFileName, isFileName } from './file-name.ts';
import type { ByteFolder } from './storage.ts';

/** The name of the one table: bytes by file name. */
const store = 'files';

/**
 * A folder in a database of the browser, in pages and workers. The database is for these files alone, and made by the first use. A write
 * is one transaction, acknowledged when the browser says that it is on the disk. Nothing stays open in between, so that no tab waits for
 * another. The browser may throw the files away when the disk is full, unless `navigator.storage.persist()` was granted; and Chromium lost
 * all databases of an origin in about one of 250 kills in the middle of a write, where `opfs` lost nothing: prefer that where it exists.
 */
export function indexedDb(database: string): ByteFolder {
  check(
    typeof database === 'string' && database !== '',
    'invalid-argument',
    () => `the name of a database must be a text, got ${show(database)}`,
  );
  return {
    file(name) {
      checkFileName(name);
      return {
        async read({ signal, onProgress } = {}) {
          const bytes: unknown = await transact(database, 'readonly', signal, (files) => files.get(name));
          if (!(bytes instanceof Uint8Array)) {
            throw new GenmodelsError('storage', `the database ${database} must hold ${name}, got no such file: write it first`);
          }
          onProgress?.(bytes.length, bytes.length);
          return bytes;
        },
        async write(bytes, { signal, onProgress } = {}) {
          await transact(database, 'readwrite', signal, (files) => files.put(new Uint8Array(bytes), name)); // a view is kept with all around it
          onProgress?.(bytes.length, bytes.length);
        },
      };
    },
    async list() {
      const keys = await transact(database, 'readonly', undefined, (files) => files.getAllKeys());
      return keys.filter((key): key is string => typeof key === 'string' && isFileName(key)); // sorted by the database
    },
    async remove(name) {
      checkFileName(name);
      await transact(database, 'readwrite', undefined, (files) => files.delete(name));
    },
  };
}

type Action<T> = (files: IDBObjectStore) => IDBRequest<T>;

/** One action in a transaction of its own. An abort that comes too late to undo it changes nothing: it has happened. */
async function transact<T>(
  database: string,
  mode: IDBTransactionMode,
  signal: AbortSignal | undefined,
  action: Action<T>,
): Promise<T> {
  signal?.throwIfAborted();
  try {
    const connection = await connect(database, signal);
    try {
      return await complete(connection.transaction(store, mode, { durability: 'strict' }), signal, action);
    } finally {
      connection.close();
    }
  } catch (cause) {
    signal?.throwIfAborted();
    throw browserFailure(`the database ${database}`, cause);
  }
}

/** It waits for as long as another tab keeps a deletion of the database waiting; not longer than the signal allows. */
function connect(database: string, signal: AbortSignal | undefined): Promise<IDBDatabase> {
  if (!globalThis.indexedDB) throw new Error('a platform without IndexedDB'); // some private windows are one
  const request = indexedDB.open(database, 1);
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal?.reason);
    signal?.addEventListener('abort', stop);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      signal?.removeEventListener('abort', stop);
      const connection = request.result;
      connection.onversionchange = () => connection.close(); // somebody deletes it; what runs is finished first
      if (signal?.aborted) connection.close();
      resolve(connection);
    };
  });
}

function complete<T>(transaction: IDBTransaction, signal: AbortSignal | undefined, action: Action<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = action(transaction.objectStore(store));
    const stop = () => abort(transaction);
    const settle = (end: () => void) => () => {
      signal?.removeEventListener('abort', stop);
      end();
    };
    signal?.addEventListener('abort', stop);
    transaction.oncomplete = settle(() => resolve(request.result));
    transaction.onabort = settle(() => reject(transaction.error));
  });
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {} // it is being committed
}
