/** Pixels along each side of a picture. */
export const SIDE = 28;

/** The ink fits a box of 20 by 20 pixels; its faint rim, the rest of the 20, is not counted. */
const BOX = 19.4;

/** Where MNIST puts the centre of mass: the middle of pixel 14, counted from 0. */
const MIDDLE = 14.5;

/**
 * Scales strokes (x, y, radius triples) into the frame for a pen of this mean radius in pixels, as MNIST's makers did: the
 * longer side of the ink fills the box, and the box moves by whole pixels until the centre of mass is in the middle.
 */
export function placeInFrame(strokes: readonly Float64Array[], radius: number): Float64Array[] {
  const scale = fittingScale(strokes, radius);
  const { left, top } = inkBounds(strokes, scale, radius);
  const [x, y] = centreOfMass(strokes);
  const shiftX = Math.round(MIDDLE - scale * x + left) - left;
  const shiftY = Math.round(MIDDLE - scale * y + top) - top;
  return strokes.map((stroke) => {
    const placed = new Float64Array(stroke.length);
    for (let k = 0; k < stroke.length; k += 3) {
      placed[k] = shiftX + scale * stroke[k]!;
      placed[k + 1] = shiftY + scale * stroke[k + 1]!;
      placed[k + 2] = radius * stroke[k + 2]!;
    }
    return placed;
  });
}

/** Pixels for each unit. The pen does not scale, so a few rounds close in on it. */
function fittingScale(strokes: readonly Float64Array[], radius: number): number {
  let scale = BOX / 100;
  for (let round = 0; round < 3; round++) {
    const { left, right, top, bottom } = inkBounds(strokes, scale, radius);
    scale *= BOX / Math.max(right - left, bottom - top);
  }
  return scale;
}

/** The box of the ink in pixels, half a pen on each side of the strokes included. */
export function inkBounds(strokes: readonly Float64Array[], scale: number, radius: number) {
  const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const stroke of strokes) {
    for (let k = 0; k < stroke.length; k += 3) {
      const reach = radius * stroke[k + 2]!;
      bounds.left = Math.min(bounds.left, scale * stroke[k]! - reach);
      bounds.right = Math.max(bounds.right, scale * stroke[k]! + reach);
      bounds.top = Math.min(bounds.top, scale * stroke[k + 1]! - reach);
      bounds.bottom = Math.max(bounds.bottom, scale * stroke[k + 1]! + reach);
    }
  }
  return bounds;
}

/** The mean of the pieces' middles, each weighted by its ink: its length times its width. */
function centreOfMass(strokes: readonly Float64Array[]): [x: number, y: number] {
  let [sumX, sumY, sum] = [0, 0, 0];
  for (const stroke of strokes) {
    for (let k = 0; k + 3 < stroke.length; k += 3) {
      const dx = stroke[k + 3]! - stroke[k]!;
      const dy = stroke[k + 4]! - stroke[k + 1]!;
      const ink = Math.sqrt(dx * dx + dy * dy) * (stroke[k + 2]! + stroke[k + 5]!);
      sumX += ink * (stroke[k]! + dx / 2);
      sumY += ink * (stroke[k + 1]! + dy / 2);
      sum += ink;
    }
  }
  return [sumX / sum, sumY / sum];
}
