import { check, GenmodelsError, show } from './errors.ts';
import type { JsonObject } from './json.ts';

/** Code that a config chooses (a network, a likelihood, a loss): its `config` is what a file stores, the rest is called. */
export interface Choice {
  readonly config: JsonObject & { readonly kind: string };
}

/** Makes a choice from its options, and says which `kind` it stores: `mlp({ hidden: [400] })` and `mlp.kind`. */
export interface ChoiceMaker<C extends Choice, Options = never> {
  readonly kind: string;
  (options?: Options): C;
}

/** Finds the maker of a stored choice and calls it with the stored options. */
export function choose<C extends Choice>(stored: unknown, makers: readonly ChoiceMaker<C>[], path: string): C {
  const { kind, ...options } = readChoice(stored, path);
  const maker = makers.find((candidate) => candidate.kind === kind);
  if (maker === undefined) {
    const known = makers.map((candidate) => show(candidate.kind)).join(', ');
    throw new GenmodelsError('incompatible-file', `${path} is of the unknown kind ${show(kind)}; known here are ${known}. Pass your own to the loader`);
  }
  return maker(options as never);
}

function readChoice(stored: unknown, path: string): JsonObject & { kind: string } {
  const ok = typeof stored === 'object' && stored !== null && Object.hasOwn(stored, 'kind');
  check(ok, 'incompatible-file', () => `${path} must be an object with a kind, got ${show(stored)}`);
  return stored as JsonObject & { kind: string };
}
