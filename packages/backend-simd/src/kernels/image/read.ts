/** An image of a batch: [height, width, channels] of `values`, from `offset` on. */
export interface Picture {
  readonly values: Float32Array;
  readonly offset: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/** Writes the pixel nearest to a place, or `fill` where that is outside, to target[to], target[to + 1], ... */
export function readNearest(picture: Picture, row: number, column: number, fill: number, target: Float32Array, to: number): void {
  const at = indexOf(picture, Math.round(row), Math.round(column));
  for (let channel = 0; channel < picture.channels; channel++) target[to + channel] = valueAt(picture, at, channel, fill);
}

/** The same with the four pixels around a place, mixed by how near they are. */
export function readBilinear(
  picture: Picture,
  row: number,
  column: number,
  fill: number,
  target: Float32Array,
  to: number,
): void {
  const top = Math.floor(row);
  const left = Math.floor(column);
  const topLeft = indexOf(picture, top, left);
  const topRight = indexOf(picture, top, left + 1);
  const bottomLeft = indexOf(picture, top + 1, left);
  const bottomRight = indexOf(picture, top + 1, left + 1);
  for (let channel = 0; channel < picture.channels; channel++) {
    const above = mixed(valueAt(picture, topLeft, channel, fill), valueAt(picture, topRight, channel, fill), column - left);
    const below = mixed(valueAt(picture, bottomLeft, channel, fill), valueAt(picture, bottomRight, channel, fill), column - left);
    target[to + channel] = mixed(above, below, row - top);
  }
}

function mixed(first: number, second: number, share: number): number {
  return (1 - share) * first + share * second;
}

function valueAt({ values }: Picture, at: number, channel: number, fill: number): number {
  return at < 0 ? fill : values[at + channel]!;
}

/** Where a pixel lies, or -1 for one outside. */
function indexOf({ offset, height, width, channels }: Picture, row: number, column: number): number {
  const inside = row >= 0 && row < height && column >= 0 && column < width;
  return inside ? offset + (row * width + column) * channels : -1;
}
