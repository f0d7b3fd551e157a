import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '@genmodels/core';
import { type Cell, nameOf } from './cell.ts';
import type { CellResult } from './cell-result.ts';

/** Finished cells, a JSON file each, so that a table of an hour can be made in parts. */
export class ResultsFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** What is known of a cell; nothing where its file tells of other settings. */
  async read(cell: Cell, settings: JsonObject): Promise<CellResult | undefined> {
    const text = await this.#text(cell);
    const result: CellResult | undefined = text === undefined ? undefined : JSON.parse(text);
    return isDeepStrictEqual(result?.settings, settings) ? result : undefined;
  }

  /** By another name first: a process that is killed leaves no half of a file. */
  async write(result: CellResult): Promise<void> {
    const file = this.#file(result.cell);
    await mkdir(this.path, { recursive: true });
    await writeFile(`${file}.part`, `${JSON.stringify(result)}\n`);
    await rename(`${file}.part`, file);
  }

  async #text(cell: Cell): Promise<string | undefined> {
    try {
      return await readFile(this.#file(cell), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  #file(cell: Cell): string {
    return join(this.path, `${nameOf(cell)}.json`);
  }
}
