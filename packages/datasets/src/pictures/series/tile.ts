import { type Colour, mixColours, paletteColour } from '../palette.ts';
import { lineCoverage } from './line.ts';

/** What all tiles of a picture have in common. */
export interface TileFrame {
  readonly width: number;
  readonly height: number;
  /** The values at the lower and the upper edge of what lines may use. */
  readonly range: readonly [low: number, high: number];
}

const GRID: Colour = [226, 228, 232];
const MARGIN = 5; // pixels around the lines
const PEN = 0.7; // radius in pixels

/** Red, green and blue bytes of one series [time, channels]: a line a channel, over a pale one where the value is 0. */
export function drawTile(series: ArrayLike<number>, channels: number, firstColour: number, frame: TileFrame): Uint8ClampedArray {
  const { width, height, range } = frame;
  const bytes = new Uint8ClampedArray(3 * width * height).fill(255);
  const steps = series.length / channels;
  if (range[0] <= 0 && range[1] >= 0) drawZero(frame, bytes);
  for (let channel = 0; channel < channels; channel++) {
    const line = Array.from({ length: steps }, (_, step) => [
      MARGIN + ((width - 2 * MARGIN) * step) / Math.max(1, steps - 1),
      yOf(series[step * channels + channel]!, frame),
    ]).flat();
    inkLine(line, PEN, paletteColour(firstColour + channel), frame, bytes);
  }
  return bytes;
}

/** Along the middle of a row of pixels, which makes it sharp. */
function drawZero(frame: TileFrame, bytes: Uint8ClampedArray): void {
  const y = Math.floor(yOf(0, frame)) + 0.5;
  inkLine([MARGIN, y, frame.width - MARGIN, y], 0.5, GRID, frame, bytes);
}

/** Values outside the range run along its edge. */
function yOf(value: number, { height, range: [low, high] }: TileFrame): number {
  const part = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return MARGIN + (1 - part) * (height - 2 * MARGIN);
}

function inkLine(
  line: readonly number[],
  radius: number,
  colour: Colour,
  { width, height }: TileFrame,
  bytes: Uint8ClampedArray,
) {
  lineCoverage(line, radius, width, height).forEach((part, pixel) => {
    if (part <= 0) return;
    const below = bytes.subarray(3 * pixel, 3 * pixel + 3);
    below.set(mixColours([below[0]!, below[1]!, below[2]!], colour, part));
  });
}
