import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where scripts and checks keep what they write: ignored by git, gone with node_modules. */
export const cache = join(root, 'node_modules', '.cache', 'genmodels');

/** The folders of the workspace, relative to the root: 'packages/core', 'apps/examples', ... */
export function workspaceFolders() {
  return ['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(root, parent))
      .map((name) => `${parent}/${name}`)
      .filter((folder) => existsSync(join(root, folder, 'package.json')))
      .sort(),
  );
}

/**
 * @param {string} folder relative to the root, '.' for the root's own
 * @returns {any} the parsed package.json
 */
export function readManifest(folder) {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
}
