import { check, GenmodelsError, show } from '../../errors.ts';
import { decodeModelFile } from '../format/decode-model-file.ts';
import { sha256 } from '../format/sha256.ts';
import { checkFileName, isFileName } from '../places/file-name.ts';
import type { ByteFolder, ByteStorage, TransferOptions } from '../places/storage.ts';
import { type HttpOptions, http } from './http.ts';
import { type ResumeOptions, resumingFetch } from './resuming-fetch.ts';

/** Rejects bytes that are not the file that is wanted. */
export type Verify = (bytes: Uint8Array) => Promise<void>;

export interface CacheOptions extends HttpOptions, ResumeOptions {
  /** Where the copy is kept. */
  readonly folder: ByteFolder;
  /** What the copy is called. @default a hash of the address, and the last part of it */
  readonly name?: string;
  /** The SHA-256 that the file must have, as 64 hex digits. */
  readonly sha256?: string;
  /**
   * Sees the bytes that come over the network, and at every later read those that were kept. @default they must have the `sha256`; where
   * that is not given, they must be a model file that matches the checksum in it
   */
  readonly verify?: Verify;
  /** Told why the folder could not keep a copy: no room, for instance. The file is delivered all the same. */
  onUnkept?(reason: unknown): void;
}

/**
 * A file at an https address that is fetched once: later reads need no network. A copy that is damaged, or of
 * another file than is wanted, is thrown away and fetched again; such an answer is never kept. Rejects with 'storage' where there is neither
 * copy nor network, and with 'corrupt-file' where the answer is not sound. Who read at the same time may each fetch it; the copy is whole.
 */
export function cached(address: string | URL, { folder, name, onUnkept, ...options }: CacheOptions): ByteStorage {
  const web = http(address, { ...options, fetch: resumingFetch(options) });
  const verify = options.verify ?? verifierFor(options.sha256);
  if (name !== undefined) checkFileName(name);

  async function fetchAndKeep(place: string, transfer: TransferOptions | undefined): Promise<Uint8Array> {
    const bytes = await fetchNew(web, transfer);
    await verify(bytes);
    const kept = folder.file(place).write(bytes);
    await kept.catch((reason: unknown) => onUnkept?.(reason));
    return bytes;
  }

  return {
    async read(transfer) {
      const place = name ?? (await nameFor(address));
      const kept = await readKept(folder, place, verify, { ...options, ...transfer });
      return kept ?? fetchAndKeep(place, transfer);
    },
  };
}

function verifierFor(digest: string | undefined): Verify {
  if (digest === undefined) return async (bytes) => void (await decodeModelFile(bytes, { allowNonFinite: true }));
  check(/^[0-9a-f]{64}$/i.test(digest), 'invalid-argument', () => `sha256 must be 64 hex digits, got ${show(digest)}`);
  return async (bytes) => {
    const actual = await sha256(bytes);
    check(
      actual === digest.toLowerCase(),
      'corrupt-file',
      () => `the file must have the SHA-256 ${digest}, got ${actual}. Fetch it again, or correct the digest`,
    );
  };
}

/** The copy, where there is a sound one. A folder that cannot be read is as good as an empty one. */
async function readKept(
  folder: ByteFolder,
  name: string,
  verify: Verify,
  { signal, onProgress }: TransferOptions,
): Promise<Uint8Array | undefined> {
  const copy = folder.file(name).read(signal && { signal });
  const bytes = await copy.catch(() => undefined);
  signal?.throwIfAborted();
  if (bytes === undefined) return undefined;
  try {
    await verify(bytes);
  } catch {
    await folder.remove(name).catch(() => undefined); // a new copy replaces it in any case
    return undefined;
  }
  onProgress?.(bytes.length, bytes.length);
  return bytes;
}

async function fetchNew(web: ByteStorage, transfer: TransferOptions | undefined): Promise<Uint8Array> {
  try {
    return await web.read(transfer);
  } catch (cause) {
    if (!(cause instanceof GenmodelsError)) throw cause;
    const reason = cause.message.replace(/^\[.*?\] /, '');
    throw new GenmodelsError(cause.code, `no copy is kept, and ${reason}`, { cause });
  }
}

/** Two addresses never share a name, and an address always has the same one. */
async function nameFor(address: string | URL): Promise<string> {
  const { href, pathname } = new URL(address, globalThis.location?.href);
  const hash = (await sha256(new TextEncoder().encode(href))).slice(0, 32);
  const name = `${hash}-${pathname.split('/').at(-1)}`
    .toLowerCase()
    .replace(/[^a-z0-9._-]/g, '-')
    .slice(0, 128);
  return isFileName(name) ? name : hash;
}
