import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folder } from './folder.ts';

let path: string;

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'genmodels-'));
});

afterEach(() => {
  rmSync(path, { recursive: true, maxRetries: 10 });
});

/** Writes to the file "a" of a folder, up to a number of times, and says the number of each write that is acknowledged. */
const program = `
  import { writeSync } from 'node:fs';
  import { folder } from '${new URL('./folder.ts', import.meta.url)}';
  const [path, first, last] = process.argv.slice(1);
  for (let i = Number(first); i <= Number(last); i++) {
    await folder(path).file('a').write(new Uint8Array(200_000 + i).fill(i));
    writeSync(1, i + '\\n');
  }`;

function writer(first: number, last: number): ChildProcess {
  const args = ['--import=tsx', '--input-type=module', '--eval', program, path, String(first), String(last)];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Throws unless the bytes are those of one write; which one, their length says. */
function numberOf(bytes: Uint8Array): number {
  const number = bytes.length - 200_000;
  expect(bytes.every((byte) => byte === (number & 255))).toBe(true);
  return number;
}

test('two processes that write to one name leave a whole file at every moment, and nothing else', async () => {
  await folder(path).file('a').write(new Uint8Array(200_000));
  const ends = [writer(1, 60), writer(101, 160)].map((child) => once(child, 'close'));
  const seen = new Set<number>();
  let running = true;
  const all = Promise.all(ends).then((codes) => ((running = false), codes));
  while (running) seen.add(numberOf(await folder(path).file('a').read()));
  expect(await all).toEqual([[0, null], [0, null]]);
  expect(seen.size).toBeGreaterThan(5);
  expect([60, 160]).toContain(numberOf(await folder(path).file('a').read()));
  expect(readdirSync(path)).toEqual(['a']);
});

test('a process killed while it writes leaves the file that it acknowledged last, or the next; a save clears up', async () => {
  const acknowledged = { number: 0 };
  for (let kill = 1; kill <= 4; kill++) {
    const child = writer(acknowledged.number + 1, Number.POSITIVE_INFINITY);
    const lines = createInterface({ input: child.stdout! });
    const closed = once(lines, 'close');
    lines.on('line', (line) => (acknowledged.number = Number(line)));
    await once(lines, 'line');
    setTimeout(() => child.kill('SIGKILL'), 17 * kill);
    await closed;
    const found = numberOf(await folder(path).file('a').read()) - acknowledged.number;
    expect([0, 1]).toContain(found);
    acknowledged.number += found;
  }
  await folder(path).file('a').write(new Uint8Array());
  expect(readdirSync(path)).toEqual(['a']);
});
