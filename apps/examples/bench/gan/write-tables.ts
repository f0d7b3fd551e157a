import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TextTable, toMarkdown } from '../backend/text-table.ts';
import type { Choice } from './all-cells.ts';
import type { CellResult } from './cell-result.ts';
import { samplesPicture } from './samples-picture.ts';

export interface GanTables {
  readonly choice: Choice;
  readonly results: readonly CellResult[];
  readonly tables: readonly TextTable[];
  readonly notes: readonly string[];
}

/** The tables as Markdown for a README, and samples of seed 0 as a picture. Says where. */
export async function writeTables(folder: string, { choice, results, tables, notes }: GanTables): Promise<string> {
  const [markdown, picture] = [join(folder, 'table.md'), join(folder, 'samples.svg')];
  await mkdir(folder, { recursive: true });
  await writeFile(markdown, `${[...tables.map(toMarkdown), notes.map((note) => `- ${note}`).join('\n')].join('\n\n')}\n`);
  await writeFile(picture, await samplesPicture(choice, 0, results));
  return `written: ${markdown} (these tables for a README) and ${picture} (samples of seed 0)`;
}
