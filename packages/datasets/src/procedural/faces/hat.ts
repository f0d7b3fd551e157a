import type { Brush } from './canvas.ts';
import type { Head } from './head.ts';
import { CLOTHES, WHITE } from './palette.ts';
import { above, ellipse, grow, roundedBox } from './shapes.ts';
import type { Traits } from './traits.ts';

/** Where the knitting ends; no hair shows above. */
export const HAT_LINE = -4;

/** A knitted hat with a bobble, in the colour of the clothes. */
export function paintHat(brush: Brush, { hat, clothes }: Traits, { shape, half, top }: Head): void {
  if (!hat) return;
  const colour = CLOTHES[clothes]!;
  brush(ellipse(0, top - 2.6, 2.4, 2.2), { colour: WHITE, shade: 0.1, rim: 0.2 });
  brush(above(HAT_LINE, grow(1.4, shape)), { colour, shade: 0.15, rim: 0.2 });
  brush(roundedBox(0, -4.6, half + 1.2, 1.5, 1.4), { colour: WHITE, shade: 0.08, rim: 0.25 });
}
