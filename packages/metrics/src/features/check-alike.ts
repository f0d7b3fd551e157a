import { check } from '@genmodels/core';
import { describeExtractor } from './extractor.ts';
import type { Features } from './features.ts';

/** Refuses two sets of features that do not live in one space. */
export function checkAlike(reference: Features, generated: Features): void {
  const [a, b] = [reference, generated].map(
    ({ width, origin }) => `${width} features of ${describeExtractor(origin.extractor)}, ${origin.preprocessing}`,
  );
  check(a === b, 'not-comparable', () => `reference and generated must have features of one kind, got ${a} and ${b}`);
}
