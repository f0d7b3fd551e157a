import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';

/** Two folders hold files of the same names, and models of the same bytes. */
export async function expectSameModels(folder: string, other: string): Promise<void> {
  const names = (await readdir(folder)).sort();
  expect((await readdir(other)).sort()).toEqual(names);
  const models = names.filter((name) => name.endsWith('.safetensors'));
  expect(models).not.toEqual([]);
  for (const name of models) {
    const [one, two] = await Promise.all([folder, other].map((path) => readFile(join(path, name))));
    expect(one!.equals(two!), name).toBe(true);
  }
}
