import { check, GenmodelsError, show } from '../../errors.ts';
import { attempt } from '../attempt.ts';
import type { ByteStorage, TransferOptions } from '../places/storage.ts';

export interface HttpOptions extends TransferOptions {
  /** What to call instead of the global `fetch`: `resumingFetch()` gets over a network that breaks. */
  readonly fetch?: typeof fetch;
  /** A redirect carries them along, all but `Authorization` and cookies. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The most that is read, whatever the server promises. @default 512 MiB */
  readonly maxBytes?: number;
  /** Other origins that a redirect may end at: ['https://cdn.example.org']. @default [] */
  readonly redirectOrigins?: readonly string[];
}

/**
 * A file at an https address, read-only; plain http is for this machine and the page's own origin. Options given to `read` come
 * before those given here.
 */
export function http(address: string | URL, defaults: HttpOptions = {}): ByteStorage {
  const url = parseUrl(address);
  return { read: (options) => download(url, { ...defaults, ...options }) };
}

async function download(url: URL, options: HttpOptions): Promise<Uint8Array> {
  const { fetch = globalThis.fetch, headers = {}, redirectOrigins = [], signal = null } = options;
  const response = await reach(url, signal, () => fetch(url, { headers, signal }));
  const reader = response.body?.getReader();
  try {
    checkAnswer(url, response, redirectOrigins);
    return await readBody(url, response, options, () => reader?.read());
  } finally {
    reader?.cancel().catch(() => undefined); // frees the connection where something is left to read
  }
}

function checkAnswer(url: URL, response: Response, redirectOrigins: readonly string[]): void {
  const end = new URL(response.url || url); // a response made by hand has no address
  const mayEnd = end.origin === url.origin || (redirectOrigins.includes(end.origin) && isSafe(end));
  ensure(mayEnd, url, 'not redirect to another origin', `${end.origin}, which redirectOrigins can allow`);
  ensure(response.ok, url, 'answer 200', `${response.status} ${response.statusText}`);
  ensure(!response.headers.get('content-type')?.startsWith('text/html'), url, 'answer with a file', 'an HTML page');
}

type Chunk = ReadableStreamReadResult<Uint8Array<ArrayBuffer>>;

/** Reads to the end. Its length must be the promised one, unless the body is unpacked on the way, which another origin may hide. */
async function readBody(
  url: URL,
  response: Response,
  options: HttpOptions,
  next: () => Promise<Chunk> | undefined,
): Promise<Uint8Array> {
  const { maxBytes = 2 ** 29, signal = null, onProgress } = options;
  const isPacked = response.headers.has('content-encoding');
  const total = isPacked ? undefined : Number(response.headers.get('content-length')) || undefined;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    ensure(Math.max(length, total ?? 0) <= maxBytes, url, `have at most ${maxBytes} bytes`, 'more, which maxBytes can allow');
    const chunk = await reach(url, signal, next);
    if (chunk?.value === undefined) break;
    chunks.push(chunk.value);
    length += chunk.value.length;
    onProgress?.(length, total);
  }
  ensure(length === (total ?? length) || response.type === 'cors', url, `have ${total} bytes`, length);
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function parseUrl(address: string | URL): URL {
  try {
    const url = new URL(address, globalThis.location?.href);
    if (isSafe(url)) return url;
  } catch {} // the error is the same
  throw new GenmodelsError(
    'invalid-argument',
    `the address must be an https URL, or http on localhost, got ${show(String(address))}`,
  );
}

function isSafe({ protocol, hostname, origin }: URL): boolean {
  const isLocal = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return protocol === 'https:' || origin === globalThis.location?.origin || (protocol === 'http:' && isLocal);
}

function reach<T>(url: URL, signal: AbortSignal | null, action: () => T): Promise<Awaited<T>> {
  return attempt(`${nameOf(url)} must be reachable`, advice, signal, action);
}

function ensure(ok: boolean, url: URL, must: string, got: unknown): asserts ok {
  check(ok, 'storage', () => `${nameOf(url)} must ${must}, got ${got}. ${advice}`);
}

/** Without its query, which may hold a secret. */
function nameOf({ origin, pathname }: URL): string {
  return origin + pathname;
}

const advice = 'Check the address, or try again';
