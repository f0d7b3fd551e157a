import { createRng } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';

/** The parts of a data set, each of which draws bits of its own. */
const parts = ['train', 'validation', 'test'] as const;

/** Only training images are drawn anew in every batch: a figure must not change because it was looked at twice. */
export function binarizePart(
  data: Dataset,
  part: (typeof parts)[number],
  mode: 'static' | 'dynamic' | 'none',
  seed: number,
): Dataset {
  if (mode === 'none') return data;
  const drawn = createRng(seed).fork('binarize').fork(parts.indexOf(part)).nextWord();
  return data.binarize(part === 'train' ? mode : 'static', { seed: drawn });
}
