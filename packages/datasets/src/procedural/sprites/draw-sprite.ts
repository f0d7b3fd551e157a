import { direction } from '../direction.ts';
import type { Factors } from './factors.ts';

/** Where a shape is, at full size: a test of [x, y] around its middle, in pixels of 64 a side, y downwards. */
type Inside = (x: number, y: number) => boolean;

/** No point of a shape is farther from its middle than this, so that none leaves the picture. */
const REACH = 15.5;

const SHAPES: readonly Inside[] = [isInSquare, isInEllipse, isInHeart];

/** One sprite of `side` x `side` bytes: 1 where the middle of a pixel lies in the shape, 0 elsewhere. */
export function drawSprite({ shape, scale, orientation, x, y }: Factors, side: number): Uint8Array {
  const picture = new Uint8Array(side * side);
  const inside = SHAPES[shape]!;
  const pixel = 64 / side;
  const size = 0.5 + 0.1 * scale;
  const [cosine, sine] = direction((2 * Math.PI * orientation) / 39);
  const [middleX, middleY] = [16.5 + x, 16.5 + y]; // to 47.5, in steps of a pixel of 64 a side
  const reach = REACH * size;
  for (let row = Math.floor((middleY - reach) / pixel); row < (middleY + reach) / pixel; row++) {
    for (let column = Math.floor((middleX - reach) / pixel); column < (middleX + reach) / pixel; column++) {
      const across = ((column + 0.5) * pixel - middleX) / size;
      const down = ((row + 0.5) * pixel - middleY) / size;
      if (inside(cosine * across + sine * down, cosine * down - sine * across)) picture[row * side + column] = 1;
    }
  }
  return picture;
}

function isInSquare(x: number, y: number): boolean {
  return Math.abs(x) <= 10.6 && Math.abs(y) <= 10.6;
}

function isInEllipse(x: number, y: number): boolean {
  return (x * x) / (15.4 * 15.4) + (y * y) / (8.4 * 8.4) <= 1;
}

/** The curve (x^2 + y^2 - 1)^3 = x^2 y^3, whose middle is put halfway between the tip and the tops of its lobes. */
function isInHeart(x: number, y: number): boolean {
  const u = x / 12;
  const v = 0.25 - y / 12;
  const round = u * u + v * v - 1;
  return round * round * round <= u * u * v * v * v;
}
