import type { Brush } from './canvas.ts';
import { CLOTHES, SKINS } from './palette.ts';
import { ellipse, roundedBox } from './shapes.ts';
import type { Traits } from './traits.ts';

/** Shoulders, neckline and neck, in the shadow of the chin. */
export function paintBody(brush: Brush, { clothes, skin }: Traits): void {
  const colour = SKINS[skin]!;
  brush(roundedBox(0, 20.5, 11.5, 9.5, 6), { colour: CLOTHES[clothes]!, shade: 0.12, rim: 0.2 });
  brush(ellipse(0, 10.6, 4.2, 2.6), { colour, shade: 0.1 });
  brush(roundedBox(0, 8.5, 2.9, 3, 1), { colour });
  brush(ellipse(0, 9.4, 3.6, 1.9), { colour, light: 0.7, opacity: 0.6, soft: 2 });
}
