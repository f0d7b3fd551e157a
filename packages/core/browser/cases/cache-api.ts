import { sha256 } from '../../src/io/format/sha256.ts';
import { cached } from '../../src/io/network/cached.ts';
import { byteFolderLaws } from '../../src/io/places/byte-folder-laws.ts';
import { cacheApi } from '../../src/io/places/cache-api.ts';
import type { ByteFolder } from '../../src/io/places/storage.ts';

/** The Cache API, as a folder and as the place where `cached` keeps what it fetches. Each case runs in a page. */
export const cases: readonly { readonly name: string; run(): Promise<void> }[] = [
  ...byteFolderLaws.map(({ name, run }) => ({ name: `Cache API: ${name}`, run: () => inFolder(run) })),
  { name: 'Cache API: a file is fetched once, and then read without the network', run: () => inFolder(readsOffline) },
  { name: 'Cache API: a damaged copy is thrown away and fetched again', run: () => inFolder(replacesDamage) },
  { name: 'Cache API: a bad answer is never kept', run: () => inFolder(keepsNothingBad) },
];

const content = Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) % 251);
const address = 'https://example.org/model';
const online = async () => new Response(content);
const offline = () => Promise.reject(new TypeError('Failed to fetch'));
const astray = async () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
const cutOff = async () => new Response(content.slice(0, -1));

/** Each case has a cache of its own, which goes with it. */
async function inFolder(run: (folder: ByteFolder) => Promise<void>): Promise<void> {
  const name = `test-${crypto.randomUUID()}`;
  try {
    await run(cacheApi(name));
  } finally {
    await caches.delete(name);
  }
}

async function readsOffline(folder: ByteFolder): Promise<void> {
  await reads(folder, online, true);
  await reads(folder, offline, true);
}

async function replacesDamage(folder: ByteFolder): Promise<void> {
  await reads(folder, online, true);
  const [name] = await folder.list();
  await folder.file(name!).write(content.slice(0, 1000));
  await reads(folder, offline, false);
  await reads(folder, online, true);
  await reads(folder, offline, true);
}

async function keepsNothingBad(folder: ByteFolder): Promise<void> {
  for (const fetch of [astray, cutOff, offline]) {
    await reads(folder, fetch, false);
    const kept = await folder.list();
    if (kept.length > 0) throw new Error(`kept ${kept}`);
  }
  await reads(folder, online, true);
}

/** Throws where the file cannot be read though it should be, or can though it should not, or is another. */
async function reads(folder: ByteFolder, fetch: typeof globalThis.fetch, should: boolean): Promise<void> {
  const file = cached(address, { folder, fetch, sha256: await sha256(content), pause: 1 });
  const bytes = await file.read().catch((error: Error) => error);
  if (bytes instanceof Error ? should : !should) throw new Error(`${fetch.name}: ${bytes}`);
  if (!(bytes instanceof Error) && (await sha256(bytes)) !== (await sha256(content))) throw new Error('other bytes');
}
