import type { DataSpec } from '@genmodels/core';
import type { PixelOutput } from './output.ts';
import { bernoulli } from './outputs/bernoulli.ts';
import { categorical } from './outputs/categorical.ts';

/** One logit for black and white, a softmax for more levels. */
export function defaultOutput({ domain }: DataSpec): PixelOutput {
  return domain === 'binary' ? bernoulli() : categorical();
}
