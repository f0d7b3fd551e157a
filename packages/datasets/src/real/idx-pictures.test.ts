import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { memoryFolder } from '@genmodels/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type IdxPictures, idxPictures } from './idx-pictures.ts';

const images = new Uint8Array(16 + 10_000 * 784).fill(51, 16 + 784, 16 + 2 * 784);
images.set([0, 0, 8, 3, 0, 0, 0x27, 0x10, 0, 0, 0, 28, 0, 0, 0, 28]);
const labels = new Uint8Array(8 + 10_000).fill(7, 9);
labels.set([0, 0, 8, 1, 0, 0, 0x27, 0x10]);

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const set: IdxPictures = {
  name: 'toys',
  mirrors: ['https://example.org/toys/'],
  digests: {
    'train-images-idx3-ubyte': '',
    'train-labels-idx1-ubyte': '',
    't10k-images-idx3-ubyte': hash(images),
    't10k-labels-idx1-ubyte': hash(labels),
  },
};
const web: Readonly<Record<string, Buffer<ArrayBuffer>>> = {
  'https://example.org/toys/t10k-images-idx3-ubyte.gz': gzipSync(images),
  'https://example.org/toys/t10k-labels-idx1-ubyte.gz': gzipSync(labels),
};

beforeEach(() => {
  vi.stubEnv('GENMODELS_DATA_DIR', undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

test('downloads what it has not, keeps it, and reports the pictures', async () => {
  const cache = memoryFolder();
  const fetch = vi.fn(async (address: unknown) => new Response(web[String(address)]));
  const reports: number[] = [];
  for (let time = 0; time < 2; time++) {
    const data = await idxPictures(set, { split: 'test', cache, fetch, onProgress: (bytes) => void reports.push(bytes) });
    expect([data.name, data.length, data.spec.shape.join()]).toEqual(['toys-test', 10_000, '28,28,1']);
    expect([...data.labels!.subarray(0, 3)]).toEqual([0, 7, 7]);
    const x = data.images([1]);
    expect(new Set(x.dataSync())).toEqual(new Set([Math.fround(0.2)]));
    x.dispose();
  }
  expect(fetch).toHaveBeenCalledTimes(2);
  expect(Math.max(...reports)).toBe(web['https://example.org/toys/t10k-images-idx3-ubyte.gz']!.length);
  expect(await cache.list()).toEqual(['toys-t10k-images-idx3-ubyte.gz', 'toys-t10k-labels-idx1-ubyte.gz']);
});

test('works where there is no Node', async () => {
  const { nextTick } = process; // vitest's own need
  vi.stubGlobal('process', { nextTick });
  try {
    const fetch = async (address: unknown) => new Response(web[String(address)]);
    expect((await idxPictures(set, { split: 'test', fetch })).length).toBe(10_000); // nor a Cache API: it is not kept
  } finally {
    vi.unstubAllGlobals();
  }
});
