import type { Brush } from './canvas.ts';
import { FLUSHES, WHITE } from './palette.ts';
import { above, below, bow, ellipse, grow, overlap } from './shapes.ts';
import type { Traits } from './traits.ts';

const DARK = 0x571822;
const TONGUE = 0xe8707a;

/** A grin with teeth, a smile, a gasp, or a straight face. */
export function paintMouth(brush: Brush, { smile, mouthOpen, skin }: Traits): void {
  const lips = { colour: FLUSHES[skin]! };
  if (smile && mouthOpen) paintGrin(brush);
  else if (smile) {
    brush(bow(0, 5.3, 3, 2.1, 0.75), lips);
    brush(bow(0, 4.5, 3.8, 2.2, 0.62), { colour: DARK });
  } else if (mouthOpen) {
    brush(ellipse(0, 5.9, 1.9, 1.85), lips);
    brush(ellipse(0, 5.9, 1.15, 1.2), { colour: DARK });
  } else {
    brush(bow(0, 6.6, 1.3, 0.2, 0.7), lips);
    brush(bow(0, 5.9, 1.9, 0, 0.6), { colour: DARK });
  }
}

function paintGrin(brush: Brush): void {
  const mouth = below(4.4, ellipse(0, 4.3, 4.2, 3.6));
  const inside = grow(-0.55, mouth);
  brush(mouth, { colour: DARK });
  brush(overlap(inside, ellipse(0, 7.6, 2.4, 1.7)), { colour: TONGUE });
  brush(above(6, inside), { colour: WHITE });
}
