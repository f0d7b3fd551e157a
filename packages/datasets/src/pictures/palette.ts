export type Colour = readonly [red: number, green: number, blue: number];

export const WHITE: Colour = [255, 255, 255];

/** Ten colours that white paper carries and that tell classes and channels apart; later ones begin again. */
export function paletteColour(index: number): Colour {
  return PALETTE[index % PALETTE.length]!;
}

const PALETTE: readonly Colour[] = [
  [59, 91, 219], // indigo
  [240, 101, 20], // orange
  [9, 146, 104], // green
  [214, 51, 108], // pink
  [17, 145, 178], // cyan
  [121, 80, 242], // violet
  [232, 153, 0], // amber
  [116, 158, 22], // lime
  [201, 42, 42], // red
  [134, 104, 82], // brown
];

/** From `a` at 0 to `b` at 1. */
export function mixColours(a: Colour, b: Colour, part: number): Colour {
  return [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1]), a[2] + part * (b[2] - a[2])];
}
