import { mkdtempSync, promises, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GenmodelsError } from '../errors.ts';
import { type FileSystem, replaceFile } from './replace-file.ts';

const [before, after] = ['the old file', 'the new file, which is longer'];
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'genmodels-'));
  path = join(folder, 'model.safetensors');
  writeFileSync(path, before);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The real file system, whose call number `failing` (from 1) throws an error with this code instead of working. */
function failingAt(failing: number, code: string): { fs: FileSystem; calls: string[] } {
  const calls: string[] = [];
  const call = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    calls.push(name);
    if (calls.length === failing) throw Object.assign(new Error(`${code}: injected into ${name}`), { code });
    return work();
  };
  const fs: FileSystem = {
    async open(target, flags) {
      const handle = await call('open', () => promises.open(target, flags));
      return {
        writeFile: (bytes) => call('writeFile', () => handle.writeFile(bytes)),
        stat: () => call('stat', () => handle.stat()),
        sync: () => call('sync', () => handle.sync()),
        async close() {
          await handle.close(); // a close that fails has closed nevertheless
          await call('close', async () => undefined);
        },
      };
    },
    rename: (from, to) => call('rename', () => promises.rename(from, to)),
    rm: (target, options) => call('rm', () => promises.rm(target, options)),
  };
  return { fs, calls };
}

const replace = (fs: FileSystem, signal?: AbortSignal) => replaceFile(fs, path, Buffer.from(after), signal);
const steps = ['open', 'writeFile', 'stat', 'sync', 'close', 'rename', 'open', 'sync', 'close'];

test('the new bytes are on the disk before the rename, the rename before the end', async () => {
  const { fs, calls } = failingAt(0, '');
  await replace(fs);
  expect(calls).toEqual(steps);
  expect(readFileSync(path, 'utf8')).toBe(after);
  expect(readdirSync(folder)).toEqual(['model.safetensors']);
});

describe.each(['ENOSPC', 'EIO', 'EACCES', 'EMFILE', 'EROFS'])('%s', (code) => {
  test.each(steps.map((step, i) => [i + 1, step] as const))('at call %i, %s', async (failing, step) => {
    const outcome = await replace(failingAt(failing, code).fs).catch((error: unknown) => error);
    const renamed = failing > 6;
    const refused = renamed && code === 'EACCES'; // a folder that may be written but not opened: nothing more can be done
    if (refused) expect(outcome).toBeUndefined();
    else {
      expect(outcome).toBeInstanceOf(GenmodelsError);
      expect(outcome).toMatchObject({
        code: 'storage',
        cause: { code },
        message: expect.stringContaining(`injected into ${step}`),
      });
    }
    expect(readFileSync(path, 'utf8')).toBe(renamed ? after : before);
    expect(readdirSync(folder)).toEqual(['model.safetensors']);
    await replace(promises);
    expect(readFileSync(path, 'utf8')).toBe(after);
  });
});

test('a write that falls short without an error is noticed', async () => {
  const { fs } = failingAt(0, '');
  const short: FileSystem = {
    ...fs,
    async open(target, flags) {
      const handle = await fs.open(target, flags);
      return { ...handle, writeFile: (bytes) => handle.writeFile(bytes.subarray(1)) };
    },
  };
  await expect(replace(short)).rejects.toThrow('[genmodels/storage] the file must be writable, got ');
  expect(readFileSync(path, 'utf8')).toBe(before);
  expect(readdirSync(folder)).toEqual(['model.safetensors']);
});

test('where the clean-up fails too, the first fault is the one reported', async () => {
  const { fs } = failingAt(6, 'EIO');
  await expect(replace({ ...fs, rm: () => Promise.reject(new Error('second')) })).rejects.toThrow('EIO: injected into rename');
  expect(readFileSync(path, 'utf8')).toBe(before);
});

test('an abort before the rename leaves the old file and keeps its reason', async () => {
  const reason = new Error('no time');
  await expect(replace(promises, AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(readFileSync(path, 'utf8')).toBe(before);
  expect(readdirSync(folder)).toEqual(['model.safetensors']);
});

test('writers at the same time leave the whole file of one of them', async () => {
  const files = Array.from({ length: 8 }, (_, i) => Buffer.alloc(10_000 + i, i));
  await Promise.all(files.map((bytes) => replaceFile(promises, path, bytes)));
  expect(files.some((bytes) => bytes.equals(readFileSync(path)))).toBe(true);
  expect(readdirSync(folder)).toEqual(['model.safetensors']);
});
