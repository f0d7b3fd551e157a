import { type Colour, mixColours, WHITE } from '../palette.ts';
import type { Ink } from './ink.ts';

/** How dark the first dot on a pixel is, on a scale on which `PURE` is its pure colour and 1 the deepest. */
const FIRST = 0.4;
const PURE = 0.65;
const DEEP = 0.5; // of the light of the pure colour

/** So many dots on a pixel are a crowd, even where no pixel has more. */
const CROWD = 7;

/** Red, green and blue bytes: a single dot is light, and each doubling of the dots on a pixel darkens it by as much again. */
export function inkToBytes({ mass, colours }: Ink): Uint8ClampedArray {
  const crowd = crowdOf(mass);
  const bytes = new Uint8ClampedArray(3 * mass.length);
  for (let i = 0; i < mass.length; i++) {
    const amount = mass[i]!;
    const colour: Colour = [colours[3 * i]! / amount, colours[3 * i + 1]! / amount, colours[3 * i + 2]! / amount];
    bytes.set(amount > 0 ? shade(colour, darkness(amount, crowd)) : WHITE, 3 * i);
  }
  return bytes;
}

/** What all but the most crowded hundredth of the inked pixels stay below. */
function crowdOf(mass: Float64Array): number {
  const inked = mass.filter((amount) => amount > 0).sort();
  return Math.max(CROWD, inked[Math.floor(0.99 * inked.length)] ?? 0);
}

/** From 0 for white paper: evenly to FIRST for a whole dot, and on by doublings to 1 for a crowd. */
function darkness(amount: number, crowd: number): number {
  if (amount <= 1) return FIRST * amount;
  return Math.min(1, FIRST + ((1 - FIRST) * Math.log2(amount)) / Math.log2(crowd));
}

/** White, then the pure colour, then a deep one. */
function shade(colour: Colour, dark: number): Colour {
  if (dark <= PURE) return mixColours(WHITE, colour, dark / PURE);
  return mixColours(colour, mixColours([0, 0, 0], colour, DEEP), (dark - PURE) / (1 - PURE));
}
