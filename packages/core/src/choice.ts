import { findKind } from './find-kind.ts';
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

/**
 * The maker of a choice. `complete` fills in defaults and refuses what it does not know; the result is stored in files, so it is
 * plain JSON. `methods` is what the choice can do under these options.
 */
export function defineChoice<Options extends JsonObject, Methods extends object>(
  kind: string,
  complete: ((given: Partial<Options>) => Options) | undefined,
  methods: (options: Options) => Methods,
): ChoiceMaker<Choice & Methods, Partial<Options>> {
  const make = (given: Partial<Options> = {}): Choice & Methods => {
    const options = complete === undefined ? (given as Options) : complete(given);
    return { config: Object.assign({ kind }, options, { kind }), ...methods(options) }; // the kind first, and no option can take its place
  };
  return Object.assign(make, { kind });
}

/** Finds the maker of a stored choice and calls it with the stored options. */
export function choose<C extends Choice>(stored: unknown, makers: readonly ChoiceMaker<C>[], path: string): C {
  const { kind, ...options } = (stored ?? {}) as Partial<Choice['config']>;
  return findKind(kind, makers, path)(options as never);
}
