import { address, arg } from '../../layout';
import { phaseAt, tapCount } from '../plan';
import { Word } from '../words';

// A 3x3 convolution of stride 1, or its input gradient, makes four output pixels with 16 multiplications where 36 are needed otherwise:
// F(2x2, 3x3) of Lavin and Gray 2016, Fast algorithms for convolutional neural networks, whose letters stand in the docs. A window of 4x4
// pixels and the filter are transformed into 16 values each. Their products, summed over the channels, are transformed into 2x2 pixels,
// every one of which is made of the pixels under the filter alone.

/** Values of a transformed window, and of a transformed filter. */
export const VALUES: i32 = 16;

/** Windows that are transformed before they are multiplied; a multiple of 5 and of 6. */
export const WINDOWS: i32 = 30;

/** Bytes of so many transformed windows, of `channels` channels. */
export function windowsBytes(windows: i32, channels: i32): usize {
  return <usize>(windows * VALUES * channels) << 2;
}

/** Whether the filter is transformed. One with taps of zeros alone is not, because to leave these out saves more. */
export function isTransformed(): bool {
  return address(Word.TRANSFORMED) != 0 && tapCount(phaseAt(0)) == arg(Word.FILTER_ROWS) * arg(Word.FILTER_COLUMNS);
}
