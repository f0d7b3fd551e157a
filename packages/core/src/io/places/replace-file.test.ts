import { spawnSync } from 'node:child_process';
import { mkdtempSync, promises, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { GenmodelsError } from '../../errors.ts';
import type { FileSystem } from './file-system.ts';
import { replaceFile } from './replace-file.ts';
import { temporaryBeside } from './temporary-file.ts';

const [before, after] = ['the old file', 'the new file, which is longer'];
let folder: string;
let path: string;
let killed: string;
let ended: number | undefined;

beforeAll(() => {
  ended = spawnSync(process.execPath, ['--version']).pid; // by now nobody has this number
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'genmodels-'));
  path = join(folder, 'model.safetensors');
  killed = temporaryOf(ended!);
  writeFileSync(path, before);
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** The temporary file of another process of this machine. */
function temporaryOf(id: number): string {
  return temporaryBeside(path).replace(`-${process.pid}-`, `-${id}-`);
}

/** The real file system, whose calls with these numbers (from 1) throw an error with this code instead of working. */
function failingAt(failing: readonly number[], code: string): { fs: FileSystem; calls: string[] } {
  const calls: string[] = [];
  const call = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    calls.push(name);
    if (failing.includes(calls.length)) throw Object.assign(new Error(`${code}: injected into ${name}`), { code });
    return work();
  };
  const fs: FileSystem = {
    async open(target, flags) {
      const handle = await call('open', () => promises.open(target, flags));
      return {
        writeFile: (bytes) => call('writeFile', () => handle.writeFile(bytes)),
        stat: () => call('handle.stat', () => handle.stat()),
        sync: () => call('sync', () => handle.sync()),
        async close() {
          await handle.close(); // a close that fails has closed nevertheless
          await call('close', async () => undefined);
        },
      };
    },
    rename: (from, to) => call('rename', () => promises.rename(from, to)),
    rm: (target, options) => call('rm', () => promises.rm(target, options)),
    readdir: (target) => call('readdir', () => promises.readdir(target)),
    stat: (target) => call('stat', () => promises.stat(target)),
  };
  return { fs, calls };
}

const replace = (fs: FileSystem, signal?: AbortSignal) => replaceFile(fs, path, Buffer.from(after), signal);
const clearing = ['readdir', 'stat', 'rm'];
const steps = [...clearing, 'open', 'writeFile', 'handle.stat', 'sync', 'close', 'rename', 'open', 'sync', 'close'];

test('the new bytes are on the disk before the rename, the rename before the end', async () => {
  const { fs, calls } = failingAt([], '');
  writeFileSync(killed, '');
  await replace(fs);
  expect(calls).toEqual(steps);
  expect(readFileSync(path, 'utf8')).toBe(after);
  expect(readdirSync(folder)).toEqual(['model.safetensors']);
});

describe.each(['ENOSPC', 'EIO', 'EACCES', 'EMFILE', 'EROFS'])('%s', (code) => {
  test.each(steps.map((step, i) => [i + 1, step] as const))('at call %i, %s', async (failing, step) => {
    writeFileSync(killed, '');
    const outcome = await replace(failingAt([failing], code).fs).catch((error: unknown) => error);
    const cleared = failing > clearing.length;
    const renamed = failing > steps.indexOf('rename') + 1 || !cleared; // what cannot be cleared away stops nothing
    const passes = !cleared || (renamed && code === 'EACCES'); // a folder that may be written but not opened: nothing more can be done
    if (passes) expect(outcome).toBeUndefined();
    else {
      expect(outcome).toBeInstanceOf(GenmodelsError);
      expect(outcome).toMatchObject({
        code: 'storage',
        cause: { code },
        message: expect.stringContaining(`injected into ${step}`),
      });
    }
    expect(readFileSync(path, 'utf8')).toBe(renamed ? after : before);
    if (cleared) expect(readdirSync(folder)).toEqual(['model.safetensors']);
    await replace(promises);
    expect(readFileSync(path, 'utf8')).toBe(after);
    expect(readdirSync(folder)).toEqual(['model.safetensors']);
  });
});

test('whatever two calls fail, the file is one of the two, and an hour later a save leaves nothing else', async () => {
  const pairs = steps.flatMap((_, a) => steps.slice(a).map((_, b) => [a + 1, a + b + 2] as const)); // clearing up is a call too
  for (const pair of pairs) {
    writeFileSync(path, before);
    const outcome = await replace(failingAt(pair, 'EIO').fs).catch((error: unknown) => error);
    if (outcome !== undefined) expect(outcome).toBeInstanceOf(GenmodelsError);
    expect([before, after]).toContain(readFileSync(path, 'utf8'));
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_700_000);
    await replace(promises);
    vi.restoreAllMocks();
    expect(readdirSync(folder)).toEqual(['model.safetensors']);
  }
});

test('a write that falls short without an error is noticed', async () => {
  const { fs } = failingAt([], '');
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
  const { fs } = failingAt([7], 'EIO'); // nothing was to be cleared: the seventh call is the rename
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

const hourAgo = () => Date.now() / 1000 - 3700;

test.each<[string, () => string, boolean, number?]>([
  ['a process that has ended', () => killed, true],
  ['a process that runs', () => temporaryOf(process.ppid), false],
  ['a process that runs and has stood still for an hour', () => temporaryOf(process.ppid), true, hourAgo()],
  ['this process', () => temporaryBeside(path), false],
  ['an earlier process of the same number', () => temporaryBeside(path), true, Date.now() / 1000 - process.uptime() - 10],
  ['another machine', () => killed.replace(/[0-9a-f]{8}-(?=\d+-)/, '01234567-'), false],
  ['another machine, for an hour', () => killed.replace(/[0-9a-f]{8}-(?=\d+-)/, '01234567-'), true, hourAgo()],
  ['a process that has ended, for another file', () => killed.replace('model.safetensors', 'decoder'), true],
  ['a user', () => `${path}.tmp`, false, hourAgo()],
])('a save and the temporary file of %s', async (_, temporaryFile, goes, modified = Date.now() / 1000) => {
  const temporary = temporaryFile();
  writeFileSync(temporary, 'half of');
  utimesSync(temporary, modified, modified);
  await replace(promises);
  expect(readdirSync(folder)).toHaveLength(goes ? 1 : 2);
});

describe('where somebody else has the file open for a moment', () => {
  const busyFor = (times: number): FileSystem => ({
    ...failingAt([], '').fs,
    async rename(from, to) {
      if (times-- > 0) throw Object.assign(new Error('EPERM: busy'), { code: 'EPERM' });
      await promises.rename(from, to);
    },
  });
  const on = (platform: NodeJS.Platform) => vi.spyOn(process, 'platform', 'get').mockReturnValue(platform);

  test('Windows is asked again', async () => {
    on('win32');
    await replace(busyFor(5));
    expect(readFileSync(path, 'utf8')).toBe(after);
  });

  test('but not for ever', async () => {
    on('win32');
    await expect(replace(busyFor(100))).rejects.toMatchObject({ code: 'storage', cause: { code: 'EPERM' } });
    expect(readdirSync(folder)).toEqual(['model.safetensors']);
  });

  test('elsewhere a refusal is one', async () => {
    on('linux');
    await expect(replace(busyFor(1))).rejects.toMatchObject({ cause: { code: 'EPERM' } });
  });
});
