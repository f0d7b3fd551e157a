import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { http } from './http.ts';

const body = Buffer.from('the bytes of a model');

const pages: Record<string, RequestListener> = {
  '/whole': (_, response) => response.setHeader('content-length', body.length).end(body),
  '/chunked': (_, response) => {
    response.write(body.subarray(0, 5));
    setTimeout(() => response.end(body.subarray(5)), 5);
  },
  '/gzip': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(body)),
  '/html': (_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end('<!DOCTYPE html>'),
  '/short': (_, response) => {
    response.setHeader('content-length', body.length).write(body.subarray(0, 5));
    setTimeout(() => response.destroy(), 5);
  },
  '/reset': (_, response) => response.destroy(),
  '/stalled': (_, response) => response.setHeader('content-length', body.length).write(body.subarray(0, 5)),
  '/silent': () => undefined,
  '/headers': (request, response) => response.end(request.headers['x-key']),
  '/moved': (_, response) => response.writeHead(302, { location: '/whole' }).end(),
  '/elsewhere': (_, response) => response.writeHead(302, { location: `${other}/whole` }).end(),
  '/for-ever': (_, response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(2 ** 16)));
    };
    response.on('drain', more);
    more();
  },
};

let [server, second]: Server[] = [];
let [origin, other] = ['', ''];

async function start(): Promise<[Server, string]> {
  const started = createServer((request, response) => {
    const page = pages[request.url!.split('?')[0]!];
    if (page) page(request, response);
    else response.writeHead(404).end('<!DOCTYPE html>');
  });
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return [started, `http://127.0.0.1:${(started.address() as AddressInfo).port}`];
}

beforeAll(async () => {
  [server, origin] = await start();
  [second, other] = await start();
});

afterAll(() => {
  for (const one of [server, second]) {
    one?.closeAllConnections();
    one?.close();
  }
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each(['/whole', '/chunked', '/gzip', '/moved', '/whole?token=1'])('%s is read whole', async (path) => {
  expect(Buffer.from(await http(origin + path).read())).toEqual(body);
});

test('progress counts bytes; the total is there where the server says it', async () => {
  const reports: [number, number | undefined][] = [];
  const onProgress = (bytes: number, total: number | undefined) => void reports.push([bytes, total]);
  await http(`${origin}/whole`, { onProgress }).read();
  expect(reports).toEqual([[20, 20]]);
  reports.length = 0;
  await http(`${origin}/chunked`).read({ onProgress });
  expect(reports).toEqual([
    [5, undefined],
    [20, undefined],
  ]);
  reports.length = 0;
  await http(`${origin}/gzip`).read({ onProgress });
  expect(reports.at(-1)).toEqual([20, undefined]);
});

test('headers are sent, and a given fetch is called instead of the global one', async () => {
  expect(Buffer.from(await http(`${origin}/headers`, { headers: { 'x-key': 'secret' } }).read()).toString()).toBe('secret');
  const calls: unknown[] = [];
  const storage = http('https://models.example.org/a?b', {
    fetch: async (...call) => {
      calls.push(call);
      return new Response('bytes');
    },
    headers: { a: 'b' },
  });
  expect(Buffer.from(await storage.read()).toString()).toBe('bytes');
  expect(calls).toEqual([[new URL('https://models.example.org/a?b'), { headers: { a: 'b' }, signal: null }]]);
});

test.each([
  ['/none', 'must answer 200, got 404 Not Found'],
  ['/html', 'must answer with a file, got an HTML page'],
  ['/short', 'must be reachable, got '],
  ['/reset', 'must be reachable, got '],
  ['/elsewhere', 'must not redirect to another origin, got http://127.0.0.1:'],
])('%s is a storage error', async (path, message) => {
  const read = http(`${origin}${path}?token=secret`).read();
  await expect(read).rejects.toMatchObject({ code: 'storage', message: expect.stringContaining(`${origin}${path} ${message}`) });
  await expect(read).rejects.not.toThrow('secret');
});

test('a redirect to another origin may be allowed, but not to plain http', async () => {
  expect(Buffer.from(await http(`${origin}/elsewhere`, { redirectOrigins: [other] }).read())).toEqual(body);
  const fetch = async () => Object.defineProperty(new Response('bytes'), 'url', { value: 'http://cdn.example.org/a' });
  const read = http('https://example.org/a', { fetch, redirectOrigins: ['http://cdn.example.org'] }).read();
  await expect(read).rejects.toThrow('must not redirect to another origin, got http://cdn.example.org');
});

test.each([
  [19, 'must have 19 bytes, got 20'],
  [21, 'must have 21 bytes, got 20'],
])('a body that does not have the promised %i bytes is a storage error', async (length, message) => {
  const respond = (headers: Record<string, string>) =>
    http('https://example.org/a', { fetch: async () => new Response(body, { headers }) }).read();
  await expect(respond({ 'content-length': String(length) })).rejects.toThrow(
    `[genmodels/storage] https://example.org/a ${message}`,
  );
  expect(await respond({ 'content-length': String(length), 'content-encoding': 'gzip' })).toHaveLength(20);
  expect(await respond({ 'content-length': 'many' })).toHaveLength(20);
});

test('another origin may hide that it packs, so its length is not compared', async () => {
  const response = Object.defineProperty(new Response(body, { headers: { 'content-length': '9' } }), 'type', { value: 'cors' });
  expect(await http('https://example.org/a', { fetch: async () => response }).read()).toHaveLength(20);
});

test('more than maxBytes is not read, promised or not', async () => {
  expect(await http(`${origin}/whole`, { maxBytes: 20 }).read()).toHaveLength(20);
  const message = '[genmodels/storage] ';
  for (const path of ['/whole', '/chunked']) {
    await expect(http(origin + path, { maxBytes: 19 }).read()).rejects.toThrow(
      `${message}${origin}${path} must have at most 19 bytes`,
    );
  }
  await expect(http(`${origin}/for-ever`, { maxBytes: 2 ** 20 }).read()).rejects.toThrow('must have at most 1048576 bytes');
});

test.each(['/stalled', '/silent'])('%s ends with the reason of the signal', async (path) => {
  const reason = new Error('no patience');
  const abort = new AbortController();
  setTimeout(() => abort.abort(reason), 20);
  await expect(http(origin + path, { signal: abort.signal }).read()).rejects.toBe(reason);
  await expect(http(origin + path).read({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test('a fault of the network keeps its cause', async () => {
  const cause = new TypeError('fetch failed');
  const read = http('https://example.org/a', { fetch: () => Promise.reject(cause) }).read();
  await expect(read).rejects.toMatchObject({
    code: 'storage',
    cause,
    message: expect.stringContaining('must be reachable, got TypeError: fetch failed'),
  });
});

test("an error of the caller's own onProgress is passed on as it is", async () => {
  const bug = new RangeError('a bug');
  await expect(
    http(`${origin}/whole`).read({
      onProgress: () => {
        throw bug;
      },
    }),
  ).rejects.toBe(bug);
});

test('an answer without a body is empty', async () => {
  expect(await http('https://example.org/a', { fetch: async () => new Response(null, { status: 204 }) }).read()).toHaveLength(0);
});

test.each([
  'https://example.org/a',
  'http://localhost:1/a',
  'http://models.localhost/a',
  'http://127.0.0.1/a',
  'http://127.1/a',
  'http://[::1]/a',
])('%s is an address to read from', (address) => {
  expect(() => http(address)).not.toThrow();
});

test.each([
  'http://example.org/a',
  'http://localhost.example.org/a',
  'http://127.0.0.1.example.org/a',
  'ftp://localhost/a',
  'file:///a',
  'data:,a',
  'a/b',
  '',
])('%s is not', (address) => {
  expect(() => http(address)).toThrow('[genmodels/invalid-argument] the address must be an https URL, or http on localhost');
});

test('in a page, its own origin and relative addresses are good too', () => {
  vi.stubGlobal('location', new URL('http://192.168.0.5:8080/app/'));
  expect(() => http('http://192.168.0.5:8080/model')).not.toThrow();
  expect(() => http('models/vae.safetensors')).not.toThrow();
  expect(() => http('http://192.168.0.6/model')).toThrow('the address must be an https URL');
});
