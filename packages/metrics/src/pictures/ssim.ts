import { check, show } from '@genmodels/core';
import type { Score } from '../score/score.ts';
import { filterPicture } from './filter-picture.ts';
import { gaussianWindow } from './gaussian-window.ts';
import { meanOfPairs, type ReferenceName } from './mean-of-pairs.ts';
import { measurePairs, type PairMeasure, type PicturePairs, type PictureSize } from './picture-pairs.ts';

const WINDOW_SIZE = 11;
/** (K1 L)^2 and (K2 L)^2, for a range L of 1. */
const C1 = 0.01 ** 2;
const C2 = 0.03 ** 2;

export interface SsimPairs extends PicturePairs {
  /** Side of the square that is looked at around a pixel: an odd number of pixels. @default 11 */
  readonly windowSize?: number;
}

export interface SsimOptions extends SsimPairs, ReferenceName {}

/**
 * Mean structural similarity of pairs of pictures in [0, 1] (Wang et al. 2004): at most 1, and 1 only for equal pictures. Higher is
 * better. A Gaussian window of sigma 1.5 pixels at every place where the whole of it lies in the picture, K1 = 0.01 and K2 = 0.03 as
 * in the paper; the mean over places, channels, then pairs. Pictures smaller than the window are refused.
 */
export async function ssim(options: SsimOptions): Promise<Score> {
  const { windowSize = WINDOW_SIZE } = options;
  return meanOfPairs(await ssimOf(options), options, { metric: 'SSIM', settings: { windowSize } });
}

/** The structural similarity of each pair. */
export async function ssimOf({ windowSize = WINDOW_SIZE, ...pairs }: SsimPairs): Promise<Float64Array> {
  check(
    Number.isInteger(windowSize) && windowSize >= 3 && windowSize % 2 === 1,
    'invalid-argument',
    () => `windowSize must be an odd integer of at least 3, got ${show(windowSize)}`,
  );
  return measurePairs(pairs, similarityWithin(gaussianWindow(windowSize, 1.5)), (size) => checkFits(size, windowSize));
}

/**
 * Equation 13, averaged. Variances are E[x²] - E[x]², of which only the sum of both pictures is needed; float64 keeps twelve digits of
 * them beside C2, where float32 would keep three.
 */
function similarityWithin(window: Float64Array): PairMeasure {
  return (x, y, size) => {
    const local = (of: (i: number) => number) =>
      filterPicture(
        x.map((_, i) => of(i)),
        size,
        window,
      );
    const meansX = local((i) => x[i]!);
    const meansY = local((i) => y[i]!);
    const products = local((i) => x[i]! * y[i]!);
    const squares = local((i) => x[i]! ** 2 + y[i]! ** 2);
    const sum = meansX.reduce((total, meanX, i) => {
      const product = meanX * meansY[i]!;
      const square = meanX ** 2 + meansY[i]! ** 2;
      const luminance = (2 * product + C1) / (square + C1);
      const structure = (2 * (products[i]! - product) + C2) / (squares[i]! - square + C2);
      return total + luminance * structure;
    }, 0);
    return sum / meansX.length;
  };
}

function checkFits({ height, width }: PictureSize, windowSize: number): void {
  check(
    Math.min(height, width) >= windowSize,
    'invalid-shape',
    () =>
      `pictures must be at least ${windowSize} x ${windowSize}, the window's size, got ${height} x ${width}: set a smaller windowSize, ` +
      'whose scores compare only with its own',
  );
}
