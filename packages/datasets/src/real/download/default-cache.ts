import { type ByteFolder, cacheApi, folder } from '@genmodels/core';
import { cacheDirectory } from './cache-directory.ts';

/** Where data sets are kept: a folder of the user's in Node, the Cache API in browsers. */
export function defaultCache(): ByteFolder {
  const os = globalThis.process?.getBuiltinModule?.('node:os');
  if (os === undefined) return cacheApi('genmodels-datasets');
  const { platform, env } = globalThis.process;
  return folder(`${cacheDirectory({ platform, env, home: os.homedir() })}/genmodels/datasets`);
}
