import type { Brush } from './canvas.ts';
import { EYE_X, EYE_Y } from './eyes.ts';
import type { Head } from './head.ts';
import { INK, WHITE } from './palette.ts';
import { cut, ellipse, onBothSides, stroke, union } from './shapes.ts';
import type { Traits } from './traits.ts';

/** Round lenses that meet over the nose, and arms to the ears. */
export function paintGlasses(brush: Brush, { glasses }: Traits, { half }: Head): void {
  if (!glasses) return;
  const [x, y] = [EYE_X + 0.15, EYE_Y + 0.2];
  const lens = ellipse(x, y, 3.45, 3.35);
  const ring = cut(lens, ellipse(x, y, 2.75, 2.65));
  const arm = stroke([x + 3.3, y - 0.7, 0.35], [half, y - 0.9, 0.35]);
  brush(onBothSides(lens), { colour: WHITE, opacity: 0.13 });
  brush(onBothSides(union(ring, arm)), { colour: INK });
}
