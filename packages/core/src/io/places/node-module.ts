import { GenmodelsError } from '../../errors.ts';

/** A module of Node, reached without an import, so that bundlers for browsers find nothing to resolve. Throws 'storage' elsewhere. */
export function nodeModule<Id extends 'node:crypto' | 'node:fs' | 'node:os' | 'node:path' | 'node:url'>(
  id: Id,
): ReturnType<typeof process.getBuiltinModule<Id>> {
  const module = globalThis.process?.getBuiltinModule?.(id);
  if (module !== undefined) return module;
  throw new GenmodelsError('storage', 'a path needs Node, got another platform: load a URL or bytes, save with toBytes(model)');
}
