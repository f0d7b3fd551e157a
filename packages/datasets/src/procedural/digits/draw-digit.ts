import type { Rng } from '@genmodels/core';
import { ALLOGRAPHS, type Allograph } from './allographs.ts';
import { inkBounds, placeInFrame, SIDE } from './frame.ts';
import { writeByHand } from './hand.ts';
import { inkDepth } from './pen.ts';

/** One picture of a digit from 0 to 9, 28 x 28 bytes of ink, white on black. Draws an allograph, a hand and a pen. */
export function drawDigit(digit: number, rng: Rng): Uint8Array {
  const [broad = 0, soft = 0] = rng.fillNormal(new Float32Array(2));
  const strokes = writeByHand(drawAllograph(ALLOGRAPHS[digit]!, rng), rng);
  const depth = inkDepth(placeInFrame(strokes, penRadius(broad, strokes)), SIDE);
  return inkToBytes(depth, Math.max(0.8, 1.15 + 0.17 * soft), rng);
}

/** In pixels. A few pens are broad, but none so broad for the way it goes that it fills the loops. */
function penRadius(broad: number, strokes: readonly Float64Array[]): number {
  const wanted = Math.max(0.7, 1.27 + 0.34 * broad + 0.1 * Math.max(0, broad) * broad);
  return Math.min(wanted, 3, 4.7 / relativeLength(strokes));
}

/** How far the pen goes, in longer sides of the digit's box: 1 for a plain 1, almost 3 for an 8. */
function relativeLength(strokes: readonly Float64Array[]): number {
  let length = 0;
  for (const stroke of strokes) {
    for (let k = 0; k + 3 < stroke.length; k += 3) {
      const dx = stroke[k + 3]! - stroke[k]!;
      const dy = stroke[k + 4]! - stroke[k + 1]!;
      length += Math.sqrt(dx * dx + dy * dy);
    }
  }
  const { left, right, top, bottom } = inkBounds(strokes, 1, 0);
  return length / Math.max(right - left, bottom - top);
}

function drawAllograph(allographs: readonly Allograph[], rng: Rng): Allograph {
  let left = rng.next() * allographs.reduce((sum, { weight }) => sum + weight, 0);
  return allographs.find(({ weight }) => {
    left -= weight;
    return left < 0;
  })!;
}

/** The edge of the ink rises over `fade` pixels, slowly at first, and a rough paper moves it a little. */
function inkToBytes(depth: Float64Array, fade: number, rng: Rng): Uint8Array {
  const rough = rng.fillNormal(new Float32Array(depth.length));
  return Uint8Array.from(depth, (inside, i) => {
    const t = Math.min(1, Math.max(0, (inside + 0.1 * rough[i]!) / fade + 0.56));
    return Math.round((255 * t * (1 + t)) / 2);
  });
}
