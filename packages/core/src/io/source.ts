import { GenmodelsError, show } from '../errors.ts';
import { http } from './network/http.ts';
import type { ByteStorage } from './places/storage.ts';

/** Where to load from: a path or file: URL (in Node), an https address, the bytes themselves, or a storage. */
export type Source = string | URL | ArrayBuffer | ArrayBufferView | ByteStorage;

export function openSource(source: Source): ByteStorage {
  if (typeof source === 'string' || source instanceof URL) return isWebAddress(source) ? http(source) : onDisk(source);
  if (ArrayBuffer.isView(source)) return held(new Uint8Array(source.buffer, source.byteOffset, source.byteLength));
  if (source instanceof ArrayBuffer) return held(new Uint8Array(source));
  if (typeof source?.read === 'function') return source;
  throw new GenmodelsError('invalid-argument', `a source must be a path, an https URL, bytes or a storage, got ${show(source)}`);
}

export function isWebAddress(address: string | URL): boolean {
  return /^https?:/i.test(String(address));
}

/** Browsers have no use for it, so their bundles do not load it. */
function onDisk(path: string | URL): ByteStorage {
  return { read: async (options) => (await import('./places/readable-file.ts')).readableFile(path).read(options) };
}

function held(bytes: Uint8Array): ByteStorage {
  return { read: async () => bytes };
}
