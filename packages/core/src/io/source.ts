import { GenmodelsError, show } from '../errors.ts';
import { http } from './network/http.ts';
import { readableFile } from './places/readable-file.ts';
import type { ByteStorage } from './places/storage.ts';

/** Where to load from: a path or file: URL (in Node), an https address, the bytes themselves, or a storage. */
export type Source = string | URL | ArrayBuffer | ArrayBufferView | ByteStorage;

export function openSource(source: Source): ByteStorage {
  if (typeof source === 'string' || source instanceof URL) return isWebAddress(source) ? http(source) : readableFile(source);
  if (source instanceof ArrayBuffer) return held(source);
  if (ArrayBuffer.isView(source)) return held(source.buffer, source.byteOffset, source.byteLength);
  if (typeof source?.read === 'function') return source;
  throw new GenmodelsError('invalid-argument', `a source must be a path, an https URL, bytes or a storage, got ${show(source)}`);
}

export function isWebAddress(address: string | URL): boolean {
  return /^https?:/i.test(String(address));
}

function held(...part: [buffer: ArrayBufferLike, begin?: number, length?: number]): ByteStorage {
  return { read: async () => new Uint8Array(...part) };
}
