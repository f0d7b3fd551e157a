import { check } from '@genmodels/core';
import { describeExtractor } from './extractor.ts';
import type { Features } from './features.ts';

/** What features and moments say of the space they live in. */
type Space = Pick<Features, 'width' | 'origin'>;

/** '128 features of mnist-classifier (3f2a1b9c), preprocessing none' */
export function describeSpace({ width, origin: { extractor, preprocessing } }: Space): string {
  return `${width} features of ${describeExtractor(extractor)}, preprocessing ${preprocessing}`;
}

/** Refuses two sets of features that do not live in one space; `parts` is what the caller calls them. */
export function checkAlike(first: Space, second: Space, parts = 'reference and generated'): void {
  const [a, b] = [describeSpace(first), describeSpace(second)];
  check(a === b, 'not-comparable', () => `${parts} must have features of one kind, got ${a} and ${b}`);
}
