import type { Rng } from '@genmodels/core';
import { ALLOGRAPHS, type Allograph } from './allographs.ts';
import { placeInFrame, SIDE } from './frame.ts';
import { writeByHand } from './hand.ts';
import { inkDepth } from './pen.ts';

/** One picture of a digit from 0 to 9, 28 x 28 bytes of ink, white on black. Draws an allograph, a hand and a pen. */
export function drawDigit(digit: number, rng: Rng): Uint8Array {
  const [broad = 0, soft = 0] = rng.fillNormal(new Float32Array(2));
  const radius = Math.min(2.8, Math.max(0.75, 1.32 + 0.38 * broad + 0.06 * broad * broad)); // a few pens are broad
  const strokes = writeByHand(drawAllograph(ALLOGRAPHS[digit]!, rng), rng);
  const depth = inkDepth(placeInFrame(strokes, radius), SIDE);
  return inkToBytes(depth, Math.max(0.9, 1.3 + 0.19 * soft), rng);
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
