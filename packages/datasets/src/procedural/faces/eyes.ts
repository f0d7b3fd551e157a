import type { Brush } from './canvas.ts';
import { INK, IRISES, WHITE } from './palette.ts';
import { bow, ellipse, onBothSides, overlap } from './shapes.ts';
import type { Traits } from './traits.ts';

/** The middle of the right eye. */
export const EYE_X = 3.6;
export const EYE_Y = 0.4;

/** Closed ones are lashes. */
export function paintEyes(brush: Brush, traits: Traits): void {
  if (traits.eyesClosed) brush(onBothSides(bow(EYE_X, EYE_Y + 0.1, 1.9, 1.2, 0.6)), { colour: INK });
  else for (const side of [-1, 1]) paintOpenEye(brush, side * EYE_X, traits);
}

/** Big, with a light in it. */
function paintOpenEye(brush: Brush, middle: number, { eyeColour, gaze }: Traits): void {
  const white = ellipse(middle, EYE_Y, 1.95, 2.3);
  const x = middle + 0.6 * gaze;
  brush(white, { colour: WHITE, rim: 0.12 });
  brush(overlap(white, ellipse(x, EYE_Y + 0.1, 1.5, 1.95)), { colour: IRISES[eyeColour]! });
  brush(ellipse(x, EYE_Y + 0.15, 0.85, 1.15), { colour: INK });
  brush(ellipse(x - 0.5, EYE_Y - 0.7, 0.6, 0.6), { colour: WHITE });
}
