import type { Condition } from '@genmodels/core';

/** Images in a row of samples. */
export const inRow = 8;

/** Rows of samples: one for each of the first classes, where the model is conditioned on them. */
export function sampleRowsOf(classes: number): number {
  return classes > 0 ? Math.min(classes, 16) : 8;
}

/** What a caption says of the rows: nothing where the model is not conditioned on classes. */
export function rowWords(classNames: readonly string[] | undefined): string {
  return classNames ? `, a row a class: ${classNames.slice(0, sampleRowsOf(classNames.length)).join(', ')}` : '';
}

/** The class of each of so many images, for a model of so many classes; nothing where it has none. */
export function givenLabels(
  classes: number,
  count: number,
  labelOf: (image: number) => number,
): { readonly condition?: Condition } {
  return classes > 0 ? { condition: { labels: Int32Array.from({ length: count }, (_, i) => labelOf(i)) } } : {};
}
