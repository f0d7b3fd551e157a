import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, pnpm } from './command.mjs';
import { root, workspaceFolders } from './paths.mjs';

const stamp = join(root, 'node_modules', '.genmodels-installed');

/** Whether node_modules is in step with the lockfile already. Costs milliseconds. */
export function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

/** Brings node_modules in step with the lockfile. @type {import('./steps.mjs').Step} */
export const install = { name: 'install', run: installOnce };

async function installOnce() {
  if (isInstalled()) return { code: 0, output: '' };
  const result = await capture(pnpm('install', '--frozen-lockfile', '--config.confirmModulesPurge=false'));
  if (result.code === 0) writeFileSync(stamp, fingerprint());
  return result;
}

/** Of all that decides what an install puts into node_modules. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  const manifests = workspaceFolders().map((folder) => `${folder}/package.json`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests]) {
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}
