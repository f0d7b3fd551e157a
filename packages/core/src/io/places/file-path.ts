import { nodeModule } from './node-module.ts';

/** A path, from a path or a file: URL, in Node. */
export function filePath(path: string | URL): string {
  return path instanceof URL ? nodeModule('node:url').fileURLToPath(path) : path;
}
