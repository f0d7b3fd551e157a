import type { Brush } from './canvas.ts';
import { FLUSHES, SKINS, WHITE } from './palette.ts';
import { above, ellipse, onBothSides, roundedBox, type Shape, union } from './shapes.ts';
import type { Traits } from './traits.ts';

/** A face is built in units of about a pixel: [0, 0] is the middle of the head, x to the right, y down, the chin near y = 8.5. */
export interface Head {
  readonly shape: Shape;
  /** Half its width at the eyes. */
  readonly half: number;
  /** Height of the crown, which is negative. */
  readonly top: number;
}

/** Round, long, square, or with a pointed chin. */
export function headOf({ head }: Traits): Head {
  if (head === 0) return { shape: ellipse(0, 0.2, 8.7, 8.5), half: 8.7, top: -8.3 };
  if (head === 1) return { shape: ellipse(0, 0.3, 7.5, 9.2), half: 7.5, top: -8.9 };
  if (head === 2) return { shape: roundedBox(0, 0.2, 7.9, 8.4, 5), half: 7.9, top: -8.2 };
  return { shape: union(ellipse(0, -1.6, 8.5, 6.9), ellipse(0, 2.2, 5.6, 7.2)), half: 8.5, top: -8.5 };
}

/** Ears, head, a light on the forehead, blush on the cheeks, and the nose. */
export function paintHead(brush: Brush, { skin, blush }: Traits, { shape, half }: Head): void {
  const [colour, flush] = [SKINS[skin]!, FLUSHES[skin]!];
  brush(onBothSides(ellipse(half + 0.1, 1.4, 1.7, 2.1)), { colour, rim: 0.25 });
  brush(shape, { colour, shade: 0.09, rim: 0.16 });
  brush(above(-1, ellipse(-2.6, -4.8, 4, 2.6)), { colour: WHITE, opacity: 0.28, soft: 4 });
  if (blush) brush(onBothSides(ellipse(5.3, 4.1, 2.1, 1.45)), { colour: flush, opacity: 0.9, soft: 2 });
  brush(ellipse(0.2, 3.1, 1.05, 0.8), { colour: flush, opacity: 0.7, soft: 1.2 });
}
