import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TransferOptions } from '../places/storage.ts';
import { http } from './http.ts';
import { type ResumeOptions, resumingFetch } from './resuming-fetch.ts';
import { type FaultServer, serve, startFaultServer } from './testing/fault-server.ts';

const body = Uint8Array.from({ length: 1000 }, (_, i) => (i * i) % 251);
const other = body.map((byte, i) => (i === 5 ? byte + 1 : byte));

let server: FaultServer;
let second: FaultServer;

beforeAll(async () => {
  server = await startFaultServer();
  second = await startFaultServer();
});

afterAll(() => {
  server.close();
  second.close();
});

function read(path: string, options: ResumeOptions & TransferOptions = {}): Promise<Uint8Array> {
  return http(server.origin + path, { ...options, fetch: resumingFetch({ pause: 1, ...options }) }).read();
}

/** The ranges that were asked for at a path. */
const rangesOf = (path: string) => server.requests.filter((request) => request.path === path).map(({ range }) => range);

test('a sound answer is read with one request', async () => {
  server.answers['/sound'] = serve(body);
  expect(await read('/sound')).toEqual(body);
  expect(rangesOf('/sound')).toEqual([undefined]);
});

test('a body that breaks off twice goes on where it stopped, and its progress never turns back', async () => {
  const reports: [number, number | undefined][] = [];
  server.answers['/broken'] = [serve(body, { upTo: 300 }), serve(body, { upTo: 250 }), serve(body)];
  expect(await read('/broken', { onProgress: (...report) => void reports.push(report) })).toEqual(body);
  expect(rangesOf('/broken')).toEqual([undefined, 'bytes=300-', 'bytes=550-']);
  expect(reports).toEqual([
    [300, 1000],
    [550, 1000],
    [1000, 1000],
  ]);
});

/** A fetch that answers at once, so that no clock of a busy machine decides: each call takes the next answer. */
function answering(...answers: (() => Response | Promise<Response>)[]) {
  const ranges: (string | null)[] = [];
  const fetch: typeof globalThis.fetch = async (_, init) => {
    ranges.push(new Headers(init!.headers).get('range'));
    return answers[ranges.length - 1]!();
  };
  return { ranges, read: () => http('https://example.org/a', { fetch: resumingFetch({ fetch, patience: 20, pause: 1 }) }).read() };
}

const never = new Promise<never>(() => {});
const headers = { etag: '"1"', 'content-length': '1000' };
const stalled = () =>
  new ReadableStream({
    start: (controller) => controller.enqueue(body.subarray(0, 300)),
    pull: () => never,
  });

test('a body that stalls goes on after the patience', async () => {
  const rest = { status: 206, headers: { 'content-range': 'bytes 300-999/1000' } };
  const { read, ranges } = answering(
    () => new Response(stalled(), { headers }),
    () => new Response(body.subarray(300), rest),
  );
  expect(await read()).toEqual(body);
  expect(ranges).toEqual([null, 'bytes=300-']);
});

test('a server that is silent is asked again', async () => {
  const { read, ranges } = answering(
    () => never,
    () => new Response(body, { headers }),
  );
  expect(await read()).toEqual(body);
  expect(ranges).toEqual([null, null]);
});

test('a server that is busy is asked again', async () => {
  server.answers['/busy'] = [
    (_, response) => void response.writeHead(503).end('wait'),
    (_, response) => void response.destroy(),
    serve(body),
  ];
  expect(await read('/busy')).toEqual(body);
});

const longAgo = new Date(0).toUTCString();
const thisMinute = () => new Date().toUTCString();

test.each([
  { what: 'no validator', options: { tag: null } },
  { what: 'a weak tag', options: { tag: 'W/"1"' } },
  { what: 'a date of this minute', options: { tag: null, headers: { 'last-modified': thisMinute() } } },
  { what: 'a body of unknown packing', options: { headers: { 'content-encoding': 'identity' } } },
])('with $what it begins again, and the bytes must be the same', async ({ what, options }) => {
  const path = `/again/${encodeURIComponent(what)}`;
  server.answers[path] = [serve(body, { ...options, upTo: 300 }), serve(body, options)];
  expect(await read(path)).toEqual(body);
  expect(rangesOf(path)).toEqual([undefined, undefined]);
  const changed = `${path}/changed`;
  server.answers[changed] = [serve(body, { ...options, upTo: 300 }), serve(other, options)];
  await expect(read(changed)).rejects.toThrow(`${changed} must be reachable, got Error: no rest of the same file after 300 bytes`);
});

test('a date of long ago is a validator', async () => {
  const headers = { 'last-modified': longAgo };
  server.answers['/dated'] = [
    serve(body, { tag: null, headers, upTo: 300 }),
    (request, response) => {
      expect(request.headers['if-range']).toBe(longAgo);
      response.writeHead(206, { 'content-range': 'bytes 300-999/1000' }).end(body.subarray(300));
    },
  ];
  expect(await read('/dated')).toEqual(body);
});

test('a file that changed meanwhile is an error, also where it only grew shorter', async () => {
  for (const now of [other, body.slice(0, 200)]) {
    const path = `/changed/${now.length}`;
    server.answers[path] = [serve(body, { upTo: 300 }), serve(now, { tag: '"2"' })];
    await expect(read(path)).rejects.toMatchObject({ code: 'storage' });
  }
});

test('a server without ranges sends all of it again, and what came before is left out', async () => {
  const reports: number[] = [];
  server.answers['/whole'] = [serve(body, { upTo: 300 }), serve(body, { tag: '"2"', upTo: 200 }), serve(body, { tag: '"2"' })];
  expect(await read('/whole', { onProgress: (bytes) => void reports.push(bytes) })).toEqual(body);
  expect(reports).toEqual([300, 1000]);
});

test.each([
  ['no range', {}],
  ['another start', { 'content-range': 'bytes 299-999/1000' }],
  ['another size', { 'content-range': 'bytes 300-999/1001' }],
  ['another unit', { 'content-range': 'items 300-999/1000' }],
])('a part of %s is not believed', async (what, headers) => {
  const path = `/part/${encodeURIComponent(what)}`;
  server.answers[path] = [serve(body, { upTo: 300 }), (_, response) => void response.writeHead(206, headers).end(body.subarray(300))];
  await expect(read(path)).rejects.toThrow('must be reachable, got Error: no rest of the same file after 300 bytes');
});

test('a part of unknown size is', async () => {
  server.answers['/star'] = [
    serve(body, { upTo: 300 }),
    (_, response) => void response.writeHead(206, { 'content-range': 'bytes 300-999/*' }).end(body.subarray(300)),
  ];
  expect(await read('/star')).toEqual(body);
});

test('the rest must come from the origin that the beginning came from', async () => {
  second.answers['/moved'] = serve(body);
  const moved = { location: `${second.origin}/moved` };
  server.answers['/moved'] = [serve(body, { upTo: 300 }), (_, response) => void response.writeHead(302, moved).end()];
  await expect(read('/moved')).rejects.toThrow('no rest of the same file after 300 bytes');
});

test('after the last attempt it fails as the last attempt did', async () => {
  server.answers['/never'] = serve(body, { upTo: 100 });
  await expect(read('/never', { attempts: 4 })).rejects.toMatchObject({ code: 'storage' });
  expect(rangesOf('/never')).toEqual([undefined, 'bytes=100-', 'bytes=200-', 'bytes=300-']);
  server.answers['/closed'] = (_, response) => void response.writeHead(503).end();
  await expect(read('/closed', { attempts: 1 })).rejects.toThrow('must be reachable, got Error: 503 Service Unavailable');
  expect(rangesOf('/closed')).toHaveLength(1);
});

test('what is no fault of the network is not asked for again', async () => {
  await expect(read('/none')).rejects.toThrow('must answer 200, got 404 Not Found');
  expect(rangesOf('/none')).toHaveLength(1);
  server.answers['/page'] = (_, response) => void response.setHeader('content-type', 'text/html').end('<!DOCTYPE html>');
  await expect(read('/page')).rejects.toThrow('must answer with a file, got an HTML page');
  expect(rangesOf('/page')).toHaveLength(1);
});

test.each([
  ['short', -100],
  ['long', 100],
])('a body that is %s without a break is no file either', async (_, difference) => {
  const headers = { 'content-length': String(body.length - difference) };
  const call = async () => new Response(body, { headers });
  const file = http('https://example.org/a', { fetch: resumingFetch({ fetch: call, pause: 1 }) });
  await expect(file.read()).rejects.toMatchObject({ code: 'storage' });
});

test('a body that is packed on the way is unpacked, whatever length its sender says', async () => {
  const packed = gzipSync(body);
  server.answers['/packed'] = [
    serve(packed, { headers: { 'content-encoding': 'gzip' }, upTo: 100 }),
    serve(packed, { headers: { 'content-encoding': 'gzip' } }),
  ];
  expect(await read('/packed')).toEqual(body);
});

test.each([
  ['a stalled body', serve(body, { upTo: 100, breaks: false })],
  ['a silent server', () => undefined],
  ['the wait for the next attempt', (_, response) => void response.writeHead(503).end()],
] satisfies [string, RequestListener][])('an abort ends %s with its reason', async (what, listener) => {
  const path = `/abort/${encodeURIComponent(what)}`;
  const reason = new Error('no time');
  const abort = new AbortController();
  server.answers[path] = (request, response) => {
    listener(request, response);
    setTimeout(() => abort.abort(reason), 10);
  };
  await expect(read(path, { signal: abort.signal, pause: 60_000 })).rejects.toBe(reason);
  expect(rangesOf(path)).toHaveLength(1);
});

test('an abort before the first byte asks nobody', async () => {
  const reason = new Error('no time');
  await expect(read('/sound-too', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(rangesOf('/sound-too')).toEqual([]);
});

test('a reader that has enough frees the connection, and asks no more', async () => {
  let closed: Promise<unknown> | undefined;
  server.answers['/enough'] = (request, response) => {
    closed = new Promise((resolve) => response.on('close', resolve));
    serve(body, { upTo: 100, breaks: false })(request, response);
  };
  const { body: stream } = await resumingFetch({ pause: 1 })(`${server.origin}/enough`);
  await stream!.cancel();
  await closed;
  expect(rangesOf('/enough')).toHaveLength(1);
});

test('nor does a reader that leaves while it goes on', async () => {
  let turns = 0;
  server.answers['/left'] = (request, response) => {
    turns += 1;
    serve(body, { upTo: 100 })(request, response);
  };
  const { body: stream } = await resumingFetch({ pause: 30 })(`${server.origin}/left`);
  const reader = stream!.getReader();
  await reader.read();
  const next = reader.read();
  await reader.cancel();
  expect(await next).toEqual({ done: true, value: undefined });
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(turns).toBe(1);
});

test('headers of the caller are sent every time', async () => {
  const seen: unknown[] = [];
  server.answers['/headers'] = [serve(body, { upTo: 300 }), serve(body)].map((listener) => (request, response) => {
    seen.push(request.headers['x-key']);
    listener(request, response);
  });
  const file = http(`${server.origin}/headers`, { headers: { 'x-key': 'a' }, fetch: resumingFetch({ pause: 1 }) });
  expect(await file.read()).toEqual(body);
  expect(seen).toEqual(['a', 'a']);
});

test.each([0, 1.5, Number.NaN])('%s attempts are refused', (attempts) => {
  expect(() => resumingFetch({ attempts })).toThrow('[genmodels/invalid-argument] attempts must be an integer of at least 1');
});
