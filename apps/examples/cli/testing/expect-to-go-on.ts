import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect } from 'vitest';
import type { Surroundings } from '../surroundings.ts';
import { createTerminal } from '../terminal.ts';
import type { ResumableOptions } from '../training/checkpoints.ts';

/** When Ctrl-C comes, and what is stored then. */
export interface Break {
  /** What the terminal has said. */
  readonly after: string;
  /** With the first progress after that, instead of at once. @default true */
  readonly midway?: boolean;
  /** The names in the folder of checkpoints. */
  readonly checkpoints: readonly string[];
}

/** A run that Ctrl-C ended goes on to the files that it would have left without, models to the bit. It leaves two folders in `out`. */
export async function expectToGoOn<Options extends ResumableOptions>(
  run: (command: string, options: Options, surroundings: Surroundings) => Promise<unknown>,
  options: Options,
  { after, midway = true, checkpoints }: Break,
): Promise<void> {
  const [whole, parted] = [join(options.out, 'whole'), join(options.out, 'parted')];
  await run('command', { ...options, out: whole }, quiet());
  const around = interrupted(after, midway);
  await run('command', { ...options, out: parted }, around);
  expect(around.said()).toContain('stopped by Ctrl-C; this goes on: command --resume');
  expect((await readdir(join(parted, 'checkpoints'))).sort()).toEqual(checkpoints);
  await expect(run('command', { ...options, out: parted }, quiet())).rejects.toThrow('--resume goes on with it');
  await run('command --resume', { ...options, out: parted, resume: true }, quiet());
  await expectSameModels(whole, parted);
}

function quiet(): Surroundings {
  return { terminal: createTerminal(new PassThrough()), signal: new AbortController().signal };
}

function interrupted(after: string, midway: boolean): Surroundings & { said(): string } {
  const [output, stop] = [new PassThrough(), new AbortController()];
  let said = '';
  const stopIfSaid = () => said.includes(after) && stop.abort();
  output.on('data', (chunk) => {
    said += chunk;
    if (!midway) stopIfSaid();
  });
  const terminal = { ...createTerminal(output), progress: () => ({ update: stopIfSaid, skipTo() {}, stop() {} }) };
  return { terminal, signal: stop.signal, said: () => said };
}

async function expectSameModels(folder: string, other: string): Promise<void> {
  const names = (await readdir(folder)).sort();
  expect((await readdir(other)).sort()).toEqual(names);
  const models = names.filter((name) => name.endsWith('.safetensors'));
  expect(models).not.toEqual([]);
  for (const name of models) {
    const [one, two] = await Promise.all([folder, other].map((path) => readFile(join(path, name))));
    expect(one!.equals(two!), name).toBe(true);
  }
}
