import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, pnpm } from './command.mjs';
import { root, workspaceFolders } from './paths.mjs';

const stamp = join(root, 'node_modules', '.genmodels-installed');

/** Whether nothing is left to install. Costs milliseconds. */
export function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

/** Brings node_modules in step with the lockfile, and what is compiled after an install with its sources. @type {import('./steps.mjs').Step} */
export const install = { name: 'install', run: installOnce };

async function installOnce() {
  if (isInstalled()) return { code: 0, output: '' };
  const result = await capture(pnpm('install', '--frozen-lockfile', '--config.confirmModulesPurge=false'));
  if (result.code === 0) writeFileSync(stamp, fingerprint());
  return result;
}

/** Of all that decides what an install leaves behind. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  const manifests = workspaceFolders().map((folder) => `${folder}/package.json`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests, ...assemblyFiles()]) {
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function assemblyFiles() {
  const folder = 'packages/backend-simd/assembly';
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => join(folder, file));
}
