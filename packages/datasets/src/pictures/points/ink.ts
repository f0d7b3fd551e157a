import { type Colour, paletteColour } from '../palette.ts';
import type { Extent } from './extent.ts';

/** Ink on paper, as much as was put there: it neither dries up nor covers what is below. */
export interface Ink {
  readonly extent: Extent;
  readonly width: number;
  readonly height: number;
  /** Dots on each pixel, in parts of a dot at its edges. */
  readonly mass: Float64Array;
  /** The sum of their colours: red, green and blue of each pixel. */
  readonly colours: Float64Array;
}

/** Clean paper whose longer side has `size` pixels; a unit is as long along both axes. */
export function createInk(extent: Extent, size: number): Ink {
  const [left, bottom, right, top] = extent;
  const scale = size / Math.max(right - left, top - bottom);
  const width = Math.max(1, Math.round(scale * (right - left)));
  const height = Math.max(1, Math.round(scale * (top - bottom)));
  return { extent, width, height, mass: new Float64Array(width * height), colours: new Float64Array(3 * width * height) };
}

/** A round dot for each point, in the colour of its class, with soft edges. */
export function drawDots(ink: Ink, points: ArrayLike<number>, labels?: ArrayLike<number>): void {
  const [left, bottom, right, top] = ink.extent;
  const radius = dotRadius(points.length / 2, Math.max(ink.width, ink.height));
  for (let i = 0; i < points.length / 2; i++) {
    const x = ((points[2 * i]! - left) / (right - left)) * ink.width;
    const y = ((top - points[2 * i + 1]!) / (top - bottom)) * ink.height;
    drawDot(ink, x, y, radius, paletteColour(labels?.[i] ?? 0));
  }
}

/** In pixels: 1/350 of the picture for ten thousand dots, and the larger the fewer there are, so that a few are seen too. */
function dotRadius(count: number, size: number): number {
  return Math.max(0.6, Math.min(size / 100, (size / 350) * (10_000 / count) ** 0.2));
}

function drawDot(ink: Ink, x: number, y: number, radius: number, colour: Colour): void {
  const reach = radius + 0.5;
  const lastRow = Math.min(ink.height - 1, Math.floor(y + reach));
  const lastColumn = Math.min(ink.width - 1, Math.floor(x + reach));
  for (let row = Math.max(0, Math.floor(y - reach)); row <= lastRow; row++) {
    for (let column = Math.max(0, Math.floor(x - reach)); column <= lastColumn; column++) {
      const [dx, dy] = [column + 0.5 - x, row + 0.5 - y];
      const distance = Math.sqrt(dx * dx + dy * dy);
      addInk(ink, row * ink.width + column, Math.min(1, Math.max(0, reach - distance)), colour);
    }
  }
}

function addInk({ mass, colours }: Ink, pixel: number, amount: number, colour: Colour): void {
  mass[pixel] = mass[pixel]! + amount;
  for (let c = 0; c < 3; c++) colours[3 * pixel + c] = colours[3 * pixel + c]! + amount * colour[c]!;
}
