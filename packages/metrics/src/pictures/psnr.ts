import { check } from '@genmodels/core';
import type { Score } from '../score/score.ts';
import { meanOfPairs, type ReferenceName } from './mean-of-pairs.ts';
import { measurePairs, type PicturePairs } from './picture-pairs.ts';

export interface PsnrOptions extends PicturePairs, ReferenceName {}

/**
 * Mean peak signal-to-noise ratio of pairs of pictures in [0, 1], in dB: of each pair -10 log10 of the mean squared error over its
 * pixels and channels, then the mean over pairs. Higher is better; 20 dB is an error of a tenth of the range. An equal pair has an
 * infinite ratio, and so there would be no mean: rejects with 'invalid-value' and how many there are.
 */
export async function psnr(options: PsnrOptions): Promise<Score> {
  const ratios = await psnrOf(options);
  const equal = ratios.filter((ratio) => ratio === Infinity).length;
  check(
    equal === 0,
    'invalid-value',
    () =>
      `reference and generated must differ in every pair, or PSNR has no mean, but ${equal} of ${ratios.length} pairs are equal: ` +
      'leave them out by psnrOf() and say how many, or use ssim()',
  );
  return meanOfPairs(ratios, options, { metric: 'PSNR', unit: 'dB' });
}

/** The peak signal-to-noise ratio of each pair in dB; Infinity where both pictures are equal. */
export function psnrOf(pairs: PicturePairs): Promise<Float64Array> {
  return measurePairs(pairs, (reference, generated) => -10 * Math.log10(meanSquaredError(reference, generated)));
}

function meanSquaredError(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0) / a.length;
}
