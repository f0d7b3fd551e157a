import type { Brush } from './canvas.ts';
import { HAT_LINE } from './hat.ts';
import type { Head } from './head.ts';
import { HAIRS } from './palette.ts';
import {
  above,
  below,
  cut,
  ellipse,
  grow,
  onBothSides,
  roundedBox,
  type Shape,
  type StrokePoint,
  stroke,
  union,
} from './shapes.ts';
import type { Traits } from './traits.ts';

/** What falls behind the head and the shoulders. */
export function paintHairBehind(brush: Brush, traits: Traits, head: Head): void {
  paint(brush, behind(traits.hair, head), traits);
}

/** What lies on the head. */
export function paintHair(brush: Brush, traits: Traits, head: Head): void {
  paint(brush, onTop(traits.hair, head), traits);
}

export function paintBrows(brush: Brush, { brows, hairColour }: Traits): void {
  const y = -3.1 - 0.6 * brows;
  const brow = stroke([2.1, y + 0.3 * brows, 0.55], [3.7, y - 0.4, 0.6], [5.3, y + 0.2, 0.45]);
  brush(onBothSides(brow), { colour: HAIRS[hairColour]!, light: 0.75 });
}

function paint(brush: Brush, hair: Shape | undefined, { hairColour, hat }: Traits): void {
  if (hair === undefined) return;
  brush(hat ? below(HAT_LINE, hair) : hair, { colour: HAIRS[hairColour]!, shade: 0.15, rim: 0.22 });
}

// 0 bald, 1 short, 2 long, 3 curls, 4 spikes, 5 buns, 6 bob

function behind(hair: number, { shape, half }: Head): Shape | undefined {
  if (hair === 2) return union(grow(1.3, shape), roundedBox(0, 4.5, half + 1.6, 9, 4));
  if (hair === 3) return curlsAround(half);
  if (hair === 5) return onBothSides(ellipse(half - 1.2, -8, 3.4, 3.2));
  if (hair === 6) return union(grow(1.2, shape), roundedBox(0, 1.2, half + 1.7, 6.2, 3));
  return undefined;
}

function onTop(hair: number, { shape, half, top }: Head): Shape | undefined {
  const cap = grow(0.9, shape);
  if (hair === 1) return above(1, cut(cap, union(ellipse(-2, 2.4, half - 1, 7), ellipse(2, 3.5, half - 2.6, 6.4))));
  if (hair === 2) return above(6, cut(cap, onBothSides(ellipse(2.2, 3.6, half - 2.8, 8.6))));
  if (hair === 3) return onBothSides(union(ellipse(0.25 * half, -6.5, 2.6, 2.4), ellipse(0.7 * half, -5.6, 2.6, 2.4)));
  if (hair === 4) return union(spikes(half, top), above(0, cut(cap, ellipse(0, 3, half - 0.8, 8))));
  if (hair === 5) return above(0.5, cut(cap, ellipse(0, 3.4, half - 1, 7.6)));
  if (hair === 6) return above(4, cut(cap, roundedBox(0, 6, half - 1.2, 9.4, 2)));
  return undefined;
}

function curlsAround(half: number): Shape {
  const places = [
    [0, -8.6],
    [0.5, -7.4],
    [0.85, -4.2],
    [1.02, -0.2],
    [0.98, 3.6],
  ] as const;
  return onBothSides(union(...places.map(([x, y]) => ellipse(x * half, y, 3.3, 3.2))));
}

function spikes(half: number, top: number): Shape {
  const spikeAt = (x: number): Shape => {
    const root: StrokePoint = [0.75 * x * half, top + 2.4 + 3 * x * x, 2.4];
    return stroke(root, [1.05 * x * half + 0.8, top - 2 + 4 * x * x, 0.8]);
  };
  return union(...[-0.9, -0.45, 0, 0.45, 0.9].map(spikeAt));
}
