import type { backend_util } from '@tensorflow/tfjs-core';

/** How windows lie on images [batch, height, width, channels]. */
export type WindowLayout = Omit<backend_util.Conv2DInfo, 'outChannels' | 'filterShape' | 'dataFormat'>;

/** Where a window lies, and the largest sum in it. */
export interface WindowMaximum {
  image: number;
  top: number;
  left: number;
  channel: number;
  /** -Infinity where there is none but NaN. */
  value: number;
  /** Where its pixel lies in the images: the first that attains it, and -1 where the window sees none. */
  at: number;
  /** Where its weight lies in the filter. */
  tap: number;
}

/**
 * Calls back, for each element of the output in turn, with the maximum of images + filter [height, width, channels] in its
 * window.
 */
export function eachMaximum(
  images: Float32Array,
  filter: Float32Array,
  layout: WindowLayout,
  visit: (element: number, maximum: Readonly<WindowMaximum>) => void,
): void {
  const { batchSize, outHeight, outWidth, inChannels, strideHeight, strideWidth, padInfo } = layout;
  const window: WindowMaximum = { image: 0, top: 0, left: 0, channel: 0, value: 0, at: 0, tap: 0 };
  for (let element = 0, place = 0; place < batchSize * outHeight * outWidth; place++) {
    const row = Math.floor(place / outWidth);
    window.image = Math.floor(row / outHeight);
    window.top = (row % outHeight) * strideHeight - padInfo.top;
    window.left = (place % outWidth) * strideWidth - padInfo.left;
    for (window.channel = 0; window.channel < inChannels; window.channel++) {
      search(images, filter, layout, window);
      visit(element++, window);
    }
  }
}

function search(images: Float32Array, filter: Float32Array, layout: WindowLayout, window: WindowMaximum): void {
  const { inHeight, inWidth, inChannels, filterHeight, filterWidth, dilationHeight, dilationWidth } = layout;
  window.value = Number.NEGATIVE_INFINITY;
  window.at = window.tap = -1;
  for (let i = 0, row = window.top; i < filterHeight; i++, row += dilationHeight) {
    if (row < 0 || row >= inHeight) continue;
    for (let j = 0, column = window.left; j < filterWidth; j++, column += dilationWidth) {
      if (column < 0 || column >= inWidth) continue;
      const at = ((window.image * inHeight + row) * inWidth + column) * inChannels + window.channel;
      const tap = (i * filterWidth + j) * inChannels + window.channel;
      const value = images[at]! + filter[tap]!;
      if (value > window.value) window.value = value;
      else if (window.at >= 0) continue;
      window.at = at;
      window.tap = tap;
    }
  }
}
