// These belong to @genmodels/core: to be imported from there once it exports them.
export { cacheApi } from '../../../core/src/io/cache-api.ts';
export { cached } from '../../../core/src/io/cached.ts';
export { folder } from '../../../core/src/io/folder.ts';
export { memoryFolder } from '../../../core/src/io/memory-folder.ts';
export type { ResumeOptions } from '../../../core/src/io/resuming-fetch.ts';
export { sha256 } from '../../../core/src/io/sha256.ts';
export type { ByteFolder } from '../../../core/src/io/storage.ts';
