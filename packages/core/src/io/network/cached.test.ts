import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { load } from '../load.ts';
import { memoryFolder } from '../places/memory-folder.ts';
import type { ByteFolder } from '../places/storage.ts';
import { toBytes } from '../save.ts';
import { ToyModel } from '../toy-model.ts';
import { type CacheOptions, cached } from './cached.ts';
import { type FaultServer, serve, startFaultServer } from './testing/fault-server.ts';

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let server: FaultServer;
let second: FaultServer;
let model: Uint8Array;
let folder: ByteFolder;
let path: string;

beforeAll(async () => {
  server = await startFaultServer();
  second = await startFaultServer();
  const toy = new ToyModel({ width: 2 });
  model = await toBytes(toy);
  toy.dispose();
});

afterAll(() => {
  server.close();
  second.close();
});

beforeEach(() => {
  folder = memoryFolder();
  path = `/${crypto.randomUUID()}/Toy model.safetensors`;
  server.answers[encodeURI(path)] = serve(model);
});

const open = (options: Partial<CacheOptions> = {}) => cached(server.origin + path, { folder, pause: 1, ...options });
const requests = () => server.requests.filter((request) => request.path === encodeURI(path)).length;

/** As if the network were gone. */
const offline = async () => {
  throw new TypeError('fetch failed');
};

test('the first read fetches and keeps the file; later ones need no network', async () => {
  const reports: unknown[] = [];
  const onProgress = (...report: unknown[]) => reports.push(report);
  expect(await open().read({ onProgress })).toEqual(model);
  expect(await open({ fetch: offline }).read({ onProgress })).toEqual(model);
  expect(requests()).toBe(1);
  expect(reports.at(-1)).toEqual([model.length, model.length]);
  const names = await folder.list();
  expect(names).toEqual([expect.stringMatching(/^[0-9a-f]{32}-toy-20model\.safetensors$/)]);
  expect(await folder.file(names[0]!).read()).toEqual(model);
});

test('it is a source of models', async () => {
  for (const fetch of [globalThis.fetch, offline]) (await load(open({ fetch }), [ToyModel])).dispose();
  expect(requests()).toBe(1);
});

test('each address has a copy of its own, also where only a query or a capital tells them apart', async () => {
  for (const tail of ['a?v=1', 'a?v=2', 'A?v=1', 'nul', `${'long'.repeat(60)}.tmp`, '']) {
    server.answers[`/${tail}`] = serve(model);
    await cached(`${server.origin}/${tail}`, { folder }).read();
  }
  expect(await folder.list()).toHaveLength(6);
  expect((await folder.list()).join()).not.toContain('v=');
});

test.each([
  ['a flipped bit', (bytes: Uint8Array) => bytes.map((byte, i) => (i === bytes.length - 1 ? byte ^ 1 : byte))],
  ['a missing end', (bytes: Uint8Array) => bytes.subarray(0, -1)],
  ['nothing left', () => new Uint8Array()],
])('a copy with %s is thrown away and fetched again', async (_, damage) => {
  for (const sha256 of [undefined, hash(model)]) {
    const options = { name: 'toy', ...(sha256 && { sha256 }) };
    await folder.file('toy').write(damage(model));
    await expect(open({ ...options, fetch: offline }).read()).rejects.toMatchObject({ code: 'storage' });
    expect(await folder.list()).toEqual([]);
    await folder.file('toy').write(damage(model));
    expect(await open(options).read()).toEqual(model);
    expect(await folder.file('toy').read()).toEqual(model);
  }
});

test('a copy of another version than the one that is wanted is replaced', async () => {
  const next = new TextEncoder().encode('the next version');
  server.answers[encodeURI(path)] = [serve(model), serve(next)];
  await open({ sha256: hash(model) }).read();
  expect(await open({ sha256: hash(next).toUpperCase() }).read()).toEqual(next);
  expect(await open({ sha256: hash(next), fetch: offline }).read()).toEqual(next);
  expect(await folder.list()).toHaveLength(1);
});

test('offline and without a copy, the error says both', async () => {
  const read = open({ fetch: offline, attempts: 2 }).read();
  await expect(read).rejects.toMatchObject({ code: 'storage', cause: { code: 'storage', cause: { message: 'fetch failed' } } });
  await expect(read).rejects.toThrow(/^\[genmodels\/storage\] no copy is kept, and http:.* must be reachable, got TypeError: fetch failed/);
});

/** What a server can do wrong, and what the error says of it: of a model file, and of a file of a known SHA-256. */
const faults: readonly [what: string, message: RegExp, answer: (response: ServerResponse) => unknown][] = [
  ['a 404 page', /404 Not Found/, (response) => response.writeHead(404, { 'content-type': 'text/html' }).end('<!DOCTYPE html>')],
  ['a 200 page', /an HTML page/, (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!DOCTYPE html>')],
  ['a page that is called a file', /not a web page|must have the SHA-256/, (response) => response.end('<!DOCTYPE html><html>')],
  ['a short body', /must be reachable/, (response) => {
    response.setHeader('content-length', model.length).write(model.subarray(0, -9));
    setTimeout(() => response.destroy(), 3);
  }],
  ['a short body of no promised length', /damaged|must have the SHA-256/, (response) => {
    response.write(model.subarray(0, -9));
    response.end();
  }],
  ['a long body', /damaged|must have the SHA-256/, (response) => response.end(Buffer.concat([model, Buffer.of(0)]))],
  ['other bytes', /match its sha256|must have the SHA-256/, (response) => response.end(Buffer.from(model).fill(7, model.length - 3))],
  ['a reset', /must be reachable/, (response) => response.destroy()],
  ['a stall', /nothing for 20 ms/, (response) => response.setHeader('content-length', model.length).write(model.subarray(0, 99))],
  ['silence', /nothing for 20 ms/, () => undefined],
  ['a redirect to another origin', /not redirect/, (response) => response.writeHead(302, { location: `${second.origin}/model` }).end()],
  ['a body that is not packed as it says', /must be reachable/, (response) =>
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': model.length }).end(model)],
  ['more than is allowed', /at most 32768 bytes/, (response) => response.end(Buffer.alloc(2 ** 16))],
];

test.each(faults)('%s: a typed error, nothing is kept, and the next read succeeds', async (what, message, answer) => {
  second.answers['/model'] = serve(model);
  for (const sha256 of [undefined, hash(model)]) {
    server.answers[encodeURI(path)] = (_, response) => void answer(response);
    const options = { maxBytes: 2 ** 15, attempts: 2, ...(sha256 && { sha256 }) };
    const read = open({ ...options, ...(['a stall', 'silence'].includes(what) && { patience: 20 }) }).read();
    await expect(read).rejects.toMatchObject({ name: 'GenmodelsError', code: expect.stringMatching(/^(storage|corrupt-file)$/) });
    await expect(read).rejects.toThrow(message);
    expect(await folder.list()).toEqual([]);
    server.answers[encodeURI(path)] = serve(model);
    expect(await open(options).read()).toEqual(model);
    for (const name of await folder.list()) await folder.remove(name);
  }
});

test('the length of a packed body is not that of the file', async () => {
  const packed = gzipSync(model);
  server.answers[encodeURI(path)] = serve(packed, { headers: { 'content-encoding': 'gzip' } });
  expect(await open({ sha256: hash(model) }).read()).toEqual(model);
});

test('a redirect to plain http elsewhere is refused, even to an origin that is allowed', async () => {
  const fetch = async () => Object.defineProperty(new Response(new Uint8Array(model)), 'url', { value: 'http://cdn.example.org/a' });
  const file = cached('https://example.org/a', { folder, fetch, redirectOrigins: ['http://cdn.example.org'] });
  await expect(file.read()).rejects.toThrow('must not redirect to another origin');
  expect(await folder.list()).toEqual([]);
});

test('what is read over a network that breaks is kept', async () => {
  server.answers[encodeURI(path)] = [serve(model, { upTo: 50 }), serve(model)];
  expect(await open().read()).toEqual(model);
  expect(await open({ fetch: offline }).read()).toEqual(model);
});

test('an abort keeps its reason, before and while it fetches, and leaves no copy', async () => {
  const reason = new Error('no time');
  await expect(open().read({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const abort = new AbortController();
  server.answers[encodeURI(path)] = (request, response) => {
    serve(model, { upTo: 50, breaks: false })(request, response);
    setTimeout(() => abort.abort(reason), 10);
  };
  await expect(open({ signal: abort.signal }).read()).rejects.toBe(reason);
  expect(await folder.list()).toEqual([]);
});

test('a folder that cannot keep the file costs only the copy', async () => {
  const full = new Error('no room');
  const reasons: unknown[] = [];
  const broken: ByteFolder = {
    ...folder,
    file: () => ({ read: () => Promise.reject(full), write: () => Promise.reject(full) }),
    remove: () => Promise.reject(full),
  };
  expect(await open({ folder: broken, onUnkept: (reason) => void reasons.push(reason) }).read()).toEqual(model);
  expect(await open({ folder: broken }).read()).toEqual(model);
  expect(reasons).toEqual([full]);
});

test('readers at the same time get the same bytes and leave one copy', async () => {
  const all = await Promise.all([open(), open(), open()].map((file) => file.read()));
  expect(all).toEqual([model, model, model]);
  expect(await folder.list()).toHaveLength(1);
});

test('the caller may say what is sound', async () => {
  const seen: number[] = [];
  const verify = async (bytes: Uint8Array) => {
    seen.push(bytes.length);
    if (bytes.length !== 3) throw new RangeError('three bytes');
  };
  server.answers[encodeURI(path)] = [serve(Uint8Array.of(1, 2)), serve(Uint8Array.of(1, 2, 3))];
  await expect(open({ verify }).read()).rejects.toThrow(RangeError);
  expect(await folder.list()).toEqual([]);
  expect([...(await open({ verify }).read())]).toEqual([1, 2, 3]);
  expect([...(await open({ verify, fetch: offline }).read())]).toEqual([1, 2, 3]);
  expect(seen).toEqual([2, 3, 3]);
});

test.each([
  [{ sha256: 'abc' }, 'sha256 must be 64 hex digits, got "abc"'],
  [{ name: '../a' }, 'a file name must be'],
  [{ attempts: 0 }, 'attempts must be an integer'],
])('%j is refused', (options, message) => {
  expect(() => open(options)).toThrow(`[genmodels/invalid-argument] ${message}`);
});

test('an address that http would not read from is refused', () => {
  expect(() => cached('http://example.org/a', { folder })).toThrow('the address must be an https URL');
});
