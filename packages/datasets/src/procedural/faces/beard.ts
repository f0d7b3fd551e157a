import type { Brush } from './canvas.ts';
import type { Head } from './head.ts';
import { HAIRS } from './palette.ts';
import { below, cut, ellipse, grow, onBothSides, stroke, union } from './shapes.ts';
import type { Traits } from './traits.ts';

/** Over cheeks and chin, with a moustache; a little darker than the hair. */
export function paintBeard(brush: Brush, { beard, hairColour }: Traits, { shape, half }: Head): void {
  if (!beard) return;
  const cheeks = cut(below(1.6, grow(0.7, shape)), ellipse(0, 0.4, half - 1.6, 4.6));
  const aroundMouth = cut(cheeks, ellipse(0, 6.1, 3.7, 1.9));
  const moustache = onBothSides(stroke([0.6, 4.5, 0.8], [3, 5.2, 0.5]));
  brush(union(aroundMouth, moustache), { colour: HAIRS[hairColour]!, light: 0.85, shade: 0.12, rim: 0.15 });
}
