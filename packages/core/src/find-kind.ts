import { check, show } from './errors.ts';

/** The one that a file names, of those that its loader knows. */
export function findKind<K extends { readonly kind: string }>(kind: unknown, known: readonly K[], what: string): K {
  const found = known.find((candidate) => candidate.kind === kind);
  const names = () => known.map((candidate) => candidate.kind).join(', ');
  check(
    found !== undefined,
    'incompatible-file',
    () => `${what} must be one of ${names()}, got ${show(kind)}. Pass its kind to the loader`,
  );
  return found;
}
