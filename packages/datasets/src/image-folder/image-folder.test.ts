import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { toPng } from '../pictures/to-png.ts';
import { jpegVectors } from './decode/jpeg-vectors.ts';
import { imageFolder } from './image-folder.ts';
import { readImages } from './read-images.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'genmodels-images-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** A PNG of one grey. */
const grey = (byte: number) => toPng({ width: 3, height: 2, channels: 1, data: new Uint8Array(6).fill(byte) });
const jpeg = Buffer.from(jpegVectors[0]!.file, 'base64');

async function store(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), bytes);
}

/** The first byte of each picture, and so which one it is. */
async function firstBytes(source: string, options = {}): Promise<number[]> {
  const bytes: number[] = [];
  for await (const { values } of await readImages(source, { channels: 1, size: 1, ...options })) bytes.push(values[0]!);
  return bytes;
}

test('pictures of one size, with their folders as classes', async () => {
  await store('dogs/b.png', grey(51));
  await store('cats/deeper/a.png', grey(204));
  await store('cats/z.png', grey(0));
  const data = await imageFolder(folder, { size: [2, 4], channels: 1 });
  expect(data).toMatchObject({ name: basename(folder), length: 3, classNames: ['cats', 'dogs'] });
  expect(data.spec).toEqual({ shape: [2, 4, 1], domain: { levels: 256 } });
  expect(Array.from(data.labels!)).toEqual([0, 0, 1]);
  const images = data.images([0, 1, 2]);
  expect(Array.from(images.dataSync()).filter((_, i) => i % 8 === 0)).toEqual([0.8, 0, 0.2].map(Math.fround));
  images.dispose();
});

test('colours of 32 x 32, and JPEG as well', async () => {
  await store('photo.JPG', jpeg);
  const data = await imageFolder(pathToFileURL(folder));
  expect(data.spec.shape).toEqual([32, 32, 3]);
  expect(data.labels).toBeUndefined();
  expect(data.classNames).toBeUndefined();
});

test('the order is that of the code points of the paths', async () => {
  for (const [i, name] of ['10.png', '9.png', 'B.png', 'a.png', 'é.png', '😀.png'].entries()) await store(name, grey(i));
  expect(await firstBytes(folder)).toEqual([0, 1, 2, 3, 4, 5]);
});

test('hidden files, other kinds and empty folders are passed over', async () => {
  await store('cats/1.Png', grey(1));
  for (const name of ['.DS_Store', 'Thumbs.db', 'cats/._1.png', '.hidden/2.png', 'notes/read.txt', 'cats/png']) await store(name, grey(2));
  expect((await imageFolder(folder)).classNames).toEqual(['cats']);
  expect(await firstBytes(folder)).toEqual([1]);
});

test.runIf(process.platform !== 'win32')('links are followed, but not in circles, nor into nowhere', async () => {
  await store('cats/1.png', grey(1));
  await symlink(folder, join(folder, 'cats', 'round'));
  await symlink(join(folder, 'cats'), join(folder, 'felines'));
  await symlink(join(folder, 'gone'), join(folder, 'broken.png'));
  const data = await imageFolder(folder);
  expect(data.classNames).toEqual(['cats', 'felines']);
  expect(data.length).toBe(2);
});

describe('classes', () => {
  beforeEach(async () => {
    await store('cats/1.png', grey(1));
    await store('2.png', grey(2));
  });

  test('a picture in no folder among others that are is refused', async () => {
    await expect(imageFolder(folder)).rejects.toThrow(
      '[genmodels/invalid-argument] pictures must all be in folders, which are their classes, or none, but 2.png is in none: move it, or pass classes: false',
    );
  });

  test('unless folders are no classes', async () => {
    const data = await imageFolder(folder, { classes: false });
    expect(data.labels).toBeUndefined();
    expect(data.length).toBe(2);
  });
});

describe('files that cannot be decoded', () => {
  beforeEach(async () => {
    await store('1.png', grey(1));
    await store('2.png', grey(2).subarray(0, 50));
    await store('3.png', new TextEncoder().encode('GIF89a'));
    await store('4.png', grey(4));
  });

  test('reject with their name', async () => {
    await expect(imageFolder(folder)).rejects.toThrow('[genmodels/corrupt-file] 2.png cannot be decoded: it is cut short');
  });

  test('are skipped where somebody hears of it', async () => {
    const onSkip = vi.fn();
    const onProgress = vi.fn();
    const data = await imageFolder(folder, { channels: 1, size: 1, onSkip, onProgress });
    expect(data.length).toBe(2);
    expect(onSkip.mock.calls.map(([path, { code }]) => [path, code])).toEqual([['2.png', 'corrupt-file'], ['3.png', 'incompatible-file']]);
    expect(onProgress.mock.calls).toEqual([[1, 4], [2, 4], [3, 4], [4, 4]]);
  });

  test('reject where there are no others', async () => {
    await rm(join(folder, '1.png'));
    await rm(join(folder, '4.png'));
    await expect(imageFolder(folder, { onSkip() {} })).rejects.toThrow('must hold pictures that can be decoded, but none of 2 can');
  });
});

test('a limit takes pictures from all over the list', async () => {
  for (let i = 0; i < 9; i++) await store(`${i}.png`, grey(i));
  expect(await firstBytes(folder, { limit: 3 })).toEqual([0, 3, 6]);
  expect(await firstBytes(folder, { limit: 100 })).toHaveLength(9);
});

test('a stream can be gone through again, and knows its classes before it begins', async () => {
  await store('cats/1.png', grey(1));
  await store('dogs/2.png', grey(2));
  const images = await readImages(folder, { channels: 1, size: 1 });
  expect(images).toMatchObject({ length: 2, classNames: ['cats', 'dogs'], spec: { shape: [1, 1, 1] } });
  for (let round = 0; round < 2; round++) {
    const seen = [];
    for await (const image of images) seen.push(image);
    expect(seen).toEqual([{ values: Uint8Array.of(1), label: 0 }, { values: Uint8Array.of(2), label: 1 }]);
  }
});

test('a signal stops it, with its reason', async () => {
  for (let i = 0; i < 9; i++) await store(`${i}.png`, grey(i));
  await expect(imageFolder(folder, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  const controller = new AbortController();
  const onProgress = vi.fn((done: number) => done === 2 && controller.abort(new Error('enough')));
  await expect(imageFolder(folder, { signal: controller.signal, onProgress, onSkip() {} })).rejects.toThrow('enough');
  expect(onProgress).toHaveBeenCalledTimes(2);
});

test.each([
  { what: 'a folder that is not there', options: {}, path: 'gone', message: 'gone must be a folder that can be read, but: ENOENT' },
  { what: 'a folder without pictures', options: {}, path: '.', message: 'must hold PNG or JPEG pictures, but has none' },
  { what: 'a size of nothing', options: { size: 0 }, path: '.', message: 'size must be an integer of at least 1, or [height, width], got 0' },
  { what: 'two channels', options: { channels: 2 }, path: '.', message: 'channels must be 1 or 3, got 2' },
  { what: 'another fit', options: { fit: 'fill' }, path: '.', message: `fit must be 'cover', 'contain' or 'stretch', got "fill"` },
  { what: 'a background by name', options: { background: 'white' }, path: '.', message: 'background must be three numbers from 0 to 255, got "white"' },
  { what: 'a limit of nothing', options: { limit: 0 }, path: '.', message: 'limit must be an integer of at least 1, got 0' },
  { what: 'no largest side', options: { largestSide: 0 }, path: '.', message: 'largestSide must be an integer of at least 1, got 0' },
])('refuses $what', async ({ options, path, message }) => {
  await mkdir(join(folder, 'empty'));
  if ('limit' in options) await store('1.png', grey(1));
  await expect(imageFolder(join(folder, path), options as object)).rejects.toThrow(message);
});

test('refuses a source of another kind', async () => {
  // @ts-expect-error a JavaScript user may pass anything
  await expect(imageFolder(5)).rejects.toThrow('source must be a path, a folder handle, files or dropped items, got 5');
});

test('refuses a file that is too large before it reads it', async () => {
  await store('1.png', grey(1));
  const { truncate } = await import('node:fs/promises');
  await truncate(join(folder, '1.png'), 200 * 2 ** 20);
  await expect(imageFolder(folder)).rejects.toMatchObject({ code: 'incompatible-file', message: expect.stringContaining('1.png has 209715200 bytes, and at most') });
});
