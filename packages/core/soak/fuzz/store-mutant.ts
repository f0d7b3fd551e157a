import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FuzzFormat } from './format.ts';
import { mutantOf } from './mutant.ts';

/** Makes a mutant again and writes it to a file for whoever looks into it. Gives its path. */
export async function storeMutant(module: string, number: number): Promise<string> {
  const { format } = (await import(pathToFileURL(module).href)) as { format: FuzzFormat };
  const path = join(tmpdir(), `genmodels-${basename(module, '.ts')}-${number}.bin`);
  await writeFile(path, mutantOf(format, await format.samples(), number).bytes);
  return path;
}
