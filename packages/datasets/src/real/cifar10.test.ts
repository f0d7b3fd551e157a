import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { memoryFolder } from '@genmodels/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cifar10 } from './cifar10.ts';
import { cifar10Jpeg } from './cifar10-jpeg.ts';
import { packTar } from './download/pack-tar.ts';

let parent: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'genmodels-cifar-'));
  await mkdir(join(parent, 'cifar-10'));
  await mkdir(join(parent, 'cifar10-jpeg'));
  vi.stubEnv('GENMODELS_DATA_DIR', parent);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(parent, { recursive: true });
});

/** Pictures of one colour each: label and red are the same. */
function batch(...labels: number[]): Uint8Array {
  return Uint8Array.from(labels.flatMap((label) => [label, ...Array.from({ length: 3072 }, (_, i) => (i < 1024 ? label : i < 2048 ? 51 : 255))]));
}

const train = [batch(0, 1), batch(2), batch(3), batch(4), batch(5, 6)];

function store(name: string, bytes: Uint8Array): Promise<void> {
  return writeFile(join(parent, name), bytes);
}

test('reads the five batches in their order, gzipped or not', async () => {
  for (const [i, bytes] of train.entries()) {
    if (i % 2 === 0) await store(`cifar-10/data_batch_${i + 1}.bin.gz`, gzipSync(bytes));
    else await store(`cifar-10/data_batch_${i + 1}.bin`, bytes);
  }
  const data = await cifar10({ split: 'train' });
  expect(data.name).toBe('cifar10-train');
  expect(data.spec).toEqual({ shape: [32, 32, 3], domain: { levels: 256 } });
  expect([...data.labels!]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  const x = data.images([6]);
  expect([...x.dataSync().slice(0, 6)]).toEqual([6 / 255, 0.2, 1, 6 / 255, 0.2, 1].map(Math.fround));
  x.dispose();
});

test('reads the archive, in another directory too', async () => {
  const members = train.map((content, i) => ({ path: `cifar-10-batches-bin/data_batch_${i + 1}.bin`, content }));
  const archive = packTar([
    { path: 'cifar-10-batches-bin/', type: '5' },
    ...members.reverse(),
    { path: 'cifar-10-batches-bin/test_batch.bin', content: batch(9) },
  ]);
  await store('cifar-10-binary.tar.gz', gzipSync(archive));
  expect([...(await cifar10({ split: 'train', directory: parent })).labels!]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect([...(await cifar10({ split: 'test', directory: parent })).labels!]).toEqual([9]);
  await store('cifar-10-binary.tar.gz', gzipSync(packTar([{ path: 'readme.html' }])));
  await expect(cifar10({ split: 'test', directory: parent })).rejects.toThrow(
    '[genmodels/corrupt-file] cifar-10-binary.tar.gz must hold test_batch.bin, got readme.html',
  );
});

test('without a folder of its own it is downloaded; an archive of other bytes than the real one is refused', async () => {
  await rm(join(parent, 'cifar-10'), { recursive: true });
  const cache = memoryFolder();
  const fetch = vi.fn(async () => new Response(gzipSync(packTar([]))));
  await expect(cifar10({ split: 'train', cache, fetch })).rejects.toThrow(
    '[genmodels/storage] cifar-10-binary.tar.gz must be on a mirror that can be reached, got none',
  );
  expect(fetch).toHaveBeenCalledTimes(3);
  expect(await cache.list()).toEqual([]);
});

test('says which file is missing, and which is damaged', async () => {
  await expect(cifar10({ split: 'test' })).rejects.toThrow('cifar-10 must hold test_batch.bin.gz or test_batch.bin');
  await store('cifar-10/test_batch.bin', batch(3).subarray(1));
  await expect(cifar10({ split: 'test' })).rejects.toMatchObject({ code: 'corrupt-file' });
});

test('the pictures that went through JPEG have a name of their own', async () => {
  await store('cifar10-jpeg/data_batch_1.bin.gz', gzipSync(batch(1, 2)));
  await store('cifar10-jpeg/test_batch.bin', batch(3));
  const [first, second] = [await cifar10Jpeg({ split: 'train' }), await cifar10Jpeg({ split: 'test' })];
  expect([first.name, second.name]).toEqual(['cifar10-jpeg-train', 'cifar10-jpeg-test']);
  expect([...first.labels!, ...second.labels!]).toEqual([1, 2, 3]);
  await rm(join(parent, 'cifar10-jpeg'), { recursive: true });
  await expect(cifar10Jpeg({ split: 'train' })).rejects.toThrow('[genmodels/storage] cifar10Jpeg() has no download');
});

test.each([cifar10, cifar10Jpeg])('%o refuses another split', async (load) => {
  // @ts-expect-error a JavaScript user may pass anything
  await expect(load({ split: 'validation' })).rejects.toThrow("[genmodels/invalid-argument] split must be 'train' or 'test'");
});
