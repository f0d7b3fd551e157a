import { check } from '@genmodels/core';
import { describeExtractor } from './extractor.ts';
import type { Features } from './features.ts';

/** What features and moments say of the space they live in. */
type Space = Pick<Features, 'width' | 'origin'>;

/** Refuses two sets of features that do not live in one space; `parts` is what the caller calls them. */
export function checkAlike(first: Space, second: Space, parts = 'reference and generated'): void {
  const [a, b] = [first, second].map(
    ({ width, origin }) => `${width} features of ${describeExtractor(origin.extractor)}, ${origin.preprocessing}`,
  );
  check(a === b, 'not-comparable', () => `${parts} must have features of one kind, got ${a} and ${b}`);
}
