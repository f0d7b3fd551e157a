import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { NodeFigures } from './node-figures.ts';
import type { PeerResults } from './results.ts';
import { type TextTable, toMarkdown } from './text-table.ts';

export interface BackendRun {
  readonly peers: readonly PeerResults[];
  readonly figures: readonly NodeFigures[];
  readonly tables: readonly TextTable[];
  /** Of the machine when the run ended: processes that wanted to run, over 1, 5 and 15 minutes. */
  readonly load: readonly number[];
}

/** Every single time as JSON, and the tables as Markdown for a README. Says where. */
export async function writeRun({ peers, figures, tables, load }: BackendRun): Promise<string> {
  const date = new Date().toISOString();
  const path = join('runs', 'bench-backend', date.slice(0, 19).replaceAll(':', '-'));
  const machine = cpus().map(({ model }) => model);
  await mkdir(join('runs', 'bench-backend'), { recursive: true });
  await writeFile(`${path}.json`, JSON.stringify({ date, machine, load, peers, figures }, null, 1));
  await writeFile(`${path}.md`, `${tables.map(toMarkdown).join('\n\n')}\n`);
  return `written: ${path}.json (every time) and ${path}.md (these tables for a README)`;
}
