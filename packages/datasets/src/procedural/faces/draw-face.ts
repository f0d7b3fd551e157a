import { direction } from '../direction.ts';
import { paintBeard } from './beard.ts';
import { paintBody } from './body.ts';
import { Canvas, type Frame } from './canvas.ts';
import { paintEyes } from './eyes.ts';
import { paintGlasses } from './glasses.ts';
import { paintBrows, paintHair, paintHairBehind } from './hair.ts';
import { paintHat } from './hat.ts';
import { headOf, paintHead } from './head.ts';
import { paintMouth } from './mouth.ts';
import { BACKGROUNDS, WHITE } from './palette.ts';
import { ellipse } from './shapes.ts';
import type { Traits } from './traits.ts';

/** Pixels along each side of a picture. */
export const SIDE = 32;

/** About which the head turns. */
const NECK = [0, 9] as const;

/** One face, [32, 32, 3] bytes: painted from the back to the front. */
export function drawFace(traits: Traits): Uint8ClampedArray {
  const canvas = new Canvas(SIDE, BACKGROUNDS[traits.background]!);
  const upright = canvas.brush(frameOf(traits, 0));
  const tilted = canvas.brush(frameOf(traits, traits.tilt));
  const head = headOf(traits);
  upright(ellipse(-2, -4, 11, 11), { colour: WHITE, opacity: 0.35, soft: 16 }); // a glow
  paintHairBehind(tilted, traits, head);
  paintBody(upright, traits);
  paintHead(tilted, traits, head);
  paintBeard(tilted, traits, head);
  paintMouth(tilted, traits);
  paintEyes(tilted, traits);
  paintHair(tilted, traits, head);
  paintBrows(tilted, traits);
  paintGlasses(tilted, traits, head);
  paintHat(tilted, traits, head);
  return canvas.toBytes(traits.light);
}

function frameOf({ x, y, size }: Traits, degrees: number): Frame {
  const [cosine, sine] = direction((degrees * Math.PI) / 180);
  return { pivot: NECK, at: [SIDE / 2 + x, 27.4 + y], size, cosine, sine };
}
