import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import type { Findings } from './fuzz.ts';

/** What a child prints. */
export interface Report extends Findings {
  /** What its process took at most, above what it had before the first mutant, in 2 ** 20 bytes. */
  readonly megabytes: number;
  /** Of the processor: those of the clock depend on what else the machine does. */
  readonly seconds: number;
}

export interface RunOptions {
  /** The number of the first mutant. @default 0 */
  readonly first?: number;
  readonly count: number;
  /** After how many seconds by the clock a mutant counts as one that never ends. @default 20 */
  readonly patience?: number;
}

/** Mutants that were read shall not pile up and count as memory that a reader took: a small young generation, and collections. */
const flags = ['--conditions=@genmodels/source', '--import=tsx', '--max-semi-space-size=1', '--expose-gc'];
const root = join(import.meta.dirname, '../../../..'); // where tsx is

/** Reads mutants of the format that a module exports, in a process of its own. One that hangs or dies is a fault of its last mutant. */
export async function runFormat(module: string, { first = 0, count, patience = 20 }: RunOptions): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'genmodels-fuzz-'));
  const file = join(folder, 'number');
  const args = [join(import.meta.dirname, 'child.ts'), pathToFileURL(module).href, String(first), String(count), file];
  const child = spawn(process.execPath, [...flags, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const stopWatching = watch(child, file, patience);
  try {
    const [report, complaint] = await Promise.all([textOf(child.stdout), textOf(child.stderr), once(child, 'close')]);
    return child.exitCode === 0 ? (JSON.parse(report) as Report) : deathOf(child, complaint, readNumber(file));
  } finally {
    stopWatching();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Kills a process that is at one mutant for too long. Gives what ends the watch. */
function watch(child: ChildProcess, file: string, patience: number): () => void {
  let [last, since] = [NaN, performance.now()];
  const timer = setInterval(() => {
    const number = readNumber(file);
    if (number !== last) [last, since] = [number, performance.now()];
    else if (performance.now() - since > 1000 * patience && !Number.isNaN(number)) child.kill('SIGKILL');
  }, 250);
  return () => clearInterval(timer);
}

/** NaN until there is one. */
function readNumber(file: string): number {
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : NaN;
}

function deathOf({ signalCode, exitCode }: ChildProcess, complaint: string, number: number): Report {
  const how = signalCode === 'SIGKILL' ? 'did not end, or took all memory' : `ended its process: ${signalCode ?? exitCode}`;
  const faults = [{ number, reason: `${how}\n${complaint}`.trim() }];
  return { outcomes: { fault: 1 }, faults, slowest: { number, milliseconds: Infinity }, megabytes: NaN, seconds: NaN };
}
