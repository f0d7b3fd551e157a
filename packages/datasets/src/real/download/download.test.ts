import { createHash } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { memoryFolder } from '@genmodels/core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type DownloadOptions, download } from './download.ts';
import type { RemoteFile } from './remote-file.ts';

const content = Uint8Array.from({ length: 5000 }, (_, i) => (i * i) % 251);
const packed = gzipSync(content);
const sha256 = createHash('sha256').update(content).digest('hex');
const file: RemoteFile = { path: 'data.gz', name: 'set-data.gz', isPacked: true, bytes: content.length, sha256 };

let server: Server;
let origin: string;
let asked: string[];
/** What the mirror of each name answers. */
let answers: Record<string, RequestListener>;
let cache: ReturnType<typeof memoryFolder>;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!);
    answers[request.url!.split('/')[1]!]!(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  asked = [];
  cache = memoryFolder();
  answers = {
    good: (_, response) => response.setHeader('content-length', packed.length).end(packed),
    plain: (_, response) => response.end(content),
    page: (_, response) => response.writeHead(404, { 'content-type': 'text/html' }).end('<!DOCTYPE html>'),
    soft: (_, response) => response.setHeader('content-type', 'text/html').end('<!DOCTYPE html>'),
    short: (_, response) => response.end(packed.subarray(0, -20)),
    long: (_, response) => response.end(gzipSync(Buffer.concat([content, Buffer.of(0)]))),
    other: (_, response) => response.end(gzipSync(content.map((byte) => byte ^ 1))),
    bomb: (_, response) => response.end(bomb),
    huge: (_, response) => response.end(Buffer.alloc(2 ** 20)),
    reset: (_, response) => response.destroy(),
  };
});

const faults = ['page', 'soft', 'short', 'long', 'other', 'bomb', 'huge', 'reset'];
const bomb = gzipSync(Buffer.alloc(2 ** 24));

function from(names: readonly string[], options: DownloadOptions = {}): Promise<Uint8Array> {
  const mirrors = names.map((name) => `${origin}/${name}/`);
  return download(file, { mirrors }, { cache, attempts: 1, ...options });
}

test('the first mirror is asked once, and afterwards no mirror', async () => {
  const reports: unknown[] = [];
  const onProgress = (...report: unknown[]) => reports.push(report);
  expect(await from(['good', 'plain'], { onProgress })).toEqual(content);
  expect(await from(['good', 'plain'])).toEqual(content);
  expect(asked).toEqual(['/good/data.gz']);
  expect(reports.at(-1)).toEqual([packed.length, packed.length]);
  expect(await cache.list()).toEqual(['set-data.gz']);
});

test('a mirror may pack the file in its own way, or not at all', async () => {
  answers['good'] = (_, response) => response.end(gzipSync(content, { level: 1 }));
  expect(await from(['good'])).toEqual(content);
  expect(await from(['plain'], { cache: memoryFolder() })).toEqual(content);
  expect(asked).toHaveLength(2);
});

test.each(faults)('a mirror that sends %s is passed over, and what it sent is not kept', async (fault) => {
  await expect(from([fault])).rejects.toMatchObject({ name: 'GenmodelsError', code: 'storage' });
  expect(await cache.list()).toEqual([]);
  expect(await from([fault, 'good'])).toEqual(content);
  expect(asked).toEqual([`/${fault}/data.gz`, `/${fault}/data.gz`, '/good/data.gz']);
  expect(await from([fault])).toEqual(content);
});

test('where all mirrors fail, the error names the fault of each', async () => {
  const read = from(['page', 'other', 'bomb']);
  await expect(read).rejects.toThrow('[genmodels/storage] data.gz must be on a mirror that can be reached, got none');
  await expect(read).rejects.toThrow(/\/page\/data\.gz must answer 200, got 404 Not Found.*\n.*must have the SHA-256.*\n.*more than the 5000 bytes/);
  await expect(read).rejects.toMatchObject({ cause: { errors: [{ code: 'storage' }, { code: 'corrupt-file' }, { code: 'corrupt-file' }] } });
});

test('a body that breaks off goes on where it stopped', async () => {
  answers['good'] = ({ headers }, response) => {
    response.setHeader('etag', '"1"');
    if (headers.range === 'bytes=9-') {
      response.writeHead(206, { 'content-range': `bytes 9-${packed.length - 1}/${packed.length}` }).end(packed.subarray(9));
    } else {
      response.setHeader('content-length', packed.length).write(packed.subarray(0, 9));
      setTimeout(() => response.destroy(), 3);
    }
  };
  const reports: number[] = [];
  expect(await from(['good'], { attempts: 2, pause: 1, onProgress: (bytes) => void reports.push(bytes) })).toEqual(content);
  expect(reports).toEqual([9, packed.length]);
});

test('a copy that was damaged on the disk is fetched again', async () => {
  await from(['good']);
  await cache.file('set-data.gz').write(packed.subarray(0, -1));
  expect(await from(['good'])).toEqual(content);
  expect(asked).toHaveLength(2);
});

test('other mirrors may be given, with or without a last slash', async () => {
  expect(await from([], { mirrors: [`${origin}/good`] })).toEqual(content);
});

test('a mirror that is silent is left after the patience', async () => {
  const fetch = (address: unknown) =>
    String(address).includes('silent') ? new Promise<never>(() => {}) : Promise.resolve(new Response(packed));
  expect(await from(['silent', 'good'], { patience: 20, fetch })).toEqual(content);
});

test('an abort ends all of it with its reason', async () => {
  const reason = new Error('no time');
  const abort = new AbortController();
  answers['stall'] = (_, response) => {
    response.setHeader('content-length', packed.length).write(packed.subarray(0, 9));
    setTimeout(() => abort.abort(reason), 10);
  };
  await expect(from(['stall', 'good'], { signal: abort.signal })).rejects.toBe(reason);
  expect(asked).toEqual(['/stall/data.gz']);
  expect(await cache.list()).toEqual([]);
});

test('what is wrong with a call is no fault of the mirrors', async () => {
  await expect(from([], { mirrors: ['http://example.org/'] })).rejects.toMatchObject({ code: 'invalid-argument' });
  const bug = new RangeError('a bug');
  const onProgress = () => {
    throw bug;
  };
  await expect(from(['good', 'plain'], { onProgress })).rejects.toBe(bug);
  expect(asked).toHaveLength(1);
});
