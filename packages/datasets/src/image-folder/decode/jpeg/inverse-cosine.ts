/**
 * The two-dimensional inverse cosine transform (ITU T.81, A.3.3) of a block of 8x8, in place: first its columns, then its rows. In
 * whole numbers, with the constants and roundings of libjpeg's accurate transform, so that the pixels are the same to the bit.
 */
export function inverseCosine(block: Int32Array): void {
  for (let column = 0; column < 8; column++) transform(block, column, 8, 11); // keeps two bits of fraction
  for (let row = 0; row < 64; row += 8) transform(block, row, 1, 18);
}

/**
 * Eight numbers, times 2 ** (13 - shift) * sqrt(8). Sums of the even and of the odd cosines; in the second half the odd ones change their
 * sign. The constants are sqrt(2) * cos(k pi / 16) * 2 ** 13; those of the same k differ by their roundings.
 */
function transform(block: Int32Array, at: number, step: number, shift: number): void {
  const f0 = block[at]! * 8192;
  const f1 = block[at + step]!;
  const f2 = block[at + 2 * step]!;
  const f3 = block[at + 3 * step]!;
  const f4 = block[at + 4 * step]! * 8192;
  const f5 = block[at + 5 * step]!;
  const f6 = block[at + 6 * step]!;
  const f7 = block[at + 7 * step]!;

  const half = 1 << (shift - 1);
  const outer = f2 * 10703 + f6 * 4433;
  const inner = f2 * 4433 - f6 * 10704;
  const even0 = half + f0 + f4 + outer;
  const even1 = half + f0 - f4 + inner;
  const even2 = half + f0 - f4 - inner;
  const even3 = half + f0 + f4 - outer;

  const odd0 = f1 * 11363 + f3 * 9633 + f5 * 6437 + f7 * 2260;
  const odd1 = f1 * 9633 - f3 * 2259 - f5 * 11362 - f7 * 6436;
  const odd2 = f1 * 6437 - f3 * 11362 + f5 * 2261 + f7 * 9633;
  const odd3 = f1 * 2260 - f3 * 6436 + f5 * 9633 - f7 * 11363;

  block[at] = (even0 + odd0) >> shift;
  block[at + step] = (even1 + odd1) >> shift;
  block[at + 2 * step] = (even2 + odd2) >> shift;
  block[at + 3 * step] = (even3 + odd3) >> shift;
  block[at + 4 * step] = (even3 - odd3) >> shift;
  block[at + 5 * step] = (even2 - odd2) >> shift;
  block[at + 6 * step] = (even1 - odd1) >> shift;
  block[at + 7 * step] = (even0 - odd0) >> shift;
}
