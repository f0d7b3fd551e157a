import type { Condition } from '@genmodels/core';
import type { ExampleWord } from '../data/data-set.ts';
import { givenLabels, inRow, sampleRowsOf } from './class-rows.ts';

/** How many samples make a picture, of a model that is conditioned on so many classes: of images a row for each. */
export function sampleCount(word: ExampleWord, classes = 0): number {
  return { images: inRow * sampleRowsOf(classes), points: 4000, series: 32 }[word];
}

/** So many samples, and their classes where the model has any: of images a row for each, of others one after another. */
export function samplesOf(word: ExampleWord, classes: number): { readonly count: number; readonly condition?: Condition } {
  const count = sampleCount(word, classes);
  const labelOf = word === 'images' ? (i: number) => Math.floor(i / inRow) : (i: number) => i % classes;
  return { count, ...givenLabels(classes, count, labelOf) };
}
