import { nodeFiles } from '../read-first.ts';

/**
 * The folder of that name in the environment's GENMODELS_DATA_DIR, where there is one. Always undefined in browsers, which have no
 * environment.
 */
export async function dataDirectory(name: string): Promise<string | undefined> {
  const parent = globalThis.process?.env?.['GENMODELS_DATA_DIR'];
  if (!parent) return undefined;
  const stats = await nodeFiles()
    .stat(`${parent}/${name}`)
    .catch(() => undefined);
  return stats?.isDirectory() ? `${parent}/${name}` : undefined;
}
