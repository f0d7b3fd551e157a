import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { memoryFolder } from '@genmodels/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mnist } from './mnist.ts';

let parent: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'genmodels-mnist-'));
  await mkdir(join(parent, 'mnist'));
  vi.stubEnv('GENMODELS_DATA_DIR', parent);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(parent, { recursive: true });
});

const images = Uint8Array.from([
  0,
  0,
  8,
  3,
  0,
  0,
  0,
  2,
  0,
  0,
  0,
  28,
  0,
  0,
  0,
  28,
  ...new Array(784).fill(0),
  ...new Array(784).fill(51),
]);
const labels = Uint8Array.from([0, 0, 8, 1, 0, 0, 0, 2, 3, 9]);

function store(name: string, bytes: Uint8Array): Promise<void> {
  return writeFile(join(parent, 'mnist', name), bytes);
}

test.each([
  { split: 'train', prefix: 'train' },
  { split: 'test', prefix: 't10k' },
] as const)('reads the $split files, gzipped or not', async ({ split, prefix }) => {
  await store(`${prefix}-images-idx3-ubyte.gz`, gzipSync(images));
  await store(`${prefix}-labels-idx1-ubyte`, labels);
  const data = await mnist({ split });
  expect(data.name).toBe(`mnist-${split}`);
  expect(data.spec).toEqual({ shape: [28, 28, 1], domain: { levels: 256 } });
  expect(Array.from(data.labels!)).toEqual([3, 9]);
  const x = data.images([1]);
  expect(new Set(x.dataSync())).toEqual(new Set([Math.fround(0.2)]));
  x.dispose();
});

test('reads another directory', async () => {
  vi.stubEnv('GENMODELS_DATA_DIR', undefined);
  await store('t10k-images-idx3-ubyte', images);
  await store('t10k-labels-idx1-ubyte', labels);
  expect((await mnist({ split: 'test', directory: join(parent, 'mnist') })).length).toBe(2);
});

test('without a folder of its own it is downloaded; a file of other bytes than the real ones is refused', async () => {
  await rm(join(parent, 'mnist'), { recursive: true });
  const asked: string[] = [];
  const fetch = async (address: unknown) => {
    asked.push(String(address));
    return new Response(gzipSync(labels));
  };
  const cache = memoryFolder();
  const read = mnist({ split: 'test', cache, fetch, mirrors: ['https://a.example.org/mnist', 'https://b.example.org/'] });
  await expect(read).rejects.toMatchObject({ code: 'storage', cause: { errors: [{ code: 'corrupt-file' }, { code: 'corrupt-file' }] } });
  expect(asked).toEqual(['https://a.example.org/mnist/t10k-labels-idx1-ubyte.gz', 'https://b.example.org/t10k-labels-idx1-ubyte.gz']);
  expect(await cache.list()).toEqual([]);
});

test('says which file is missing, and where', async () => {
  await store('train-images-idx3-ubyte', images);
  await expect(mnist({ split: 'train' })).rejects.toThrow(
    `${parent}/mnist must hold train-labels-idx1-ubyte.gz or train-labels-idx1-ubyte`,
  );
});

test('refuses a file that cannot be read', async () => {
  await store('train-labels-idx1-ubyte', labels);
  await mkdir(join(parent, 'mnist', 'train-images-idx3-ubyte.gz'));
  await expect(mnist({ split: 'train' })).rejects.toThrow('train-images-idx3-ubyte.gz cannot be read');
});

test.each([
  { what: 'fewer labels than images', other: Uint8Array.from([0, 0, 8, 1, 0, 0, 0, 1, 3]) },
  { what: 'images in place of labels', other: images },
])('refuses $what', async ({ other }) => {
  await store('train-images-idx3-ubyte', images);
  await store('train-labels-idx1-ubyte', other);
  await expect(mnist({ split: 'train' })).rejects.toMatchObject({ code: 'corrupt-file' });
});

test('refuses a page in place of a file', async () => {
  await store('train-labels-idx1-ubyte', labels);
  await store('train-images-idx3-ubyte.gz', new TextEncoder().encode('<!doctype html>'));
  await expect(mnist({ split: 'train' })).rejects.toThrow('train-images-idx3-ubyte.gz must begin with the bytes 0, 0, type');
});

test('refuses another split', async () => {
  // @ts-expect-error a JavaScript user may pass anything
  await expect(mnist({ split: 'validation' })).rejects.toMatchObject({ code: 'invalid-argument' });
});
