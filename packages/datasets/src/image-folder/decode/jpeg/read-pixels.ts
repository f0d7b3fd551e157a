import { inverseCosine } from './inverse-cosine.ts';
import type { Plane } from './scan.ts';

/** The pixels of a component in its own resolution, of whole blocks: 8 * blocksAcross in a row. */
export function readPixels({ coefficients, divisors, blocksAcross, blocksDown }: Plane): Uint8ClampedArray {
  const stride = 8 * blocksAcross;
  const pixels = new Uint8ClampedArray(stride * 8 * blocksDown);
  const block = new Int32Array(64);
  for (let from = 0, row = 0; row < blocksDown; row++) {
    for (let column = 0; column < blocksAcross; column++, from += 64) {
      let details = 0;
      for (let i = 0; i < 64; i++) block[i] = coefficients[from + i]! * divisors![i]!;
      for (let i = 1; i < 64; i++) details |= coefficients[from + i]!;
      if (details === 0) block.fill((block[0]! + 4) >> 3);
      else inverseCosine(block);
      store(block, pixels, row * 8 * stride + column * 8, stride);
    }
  }
  return pixels;
}

/** A Uint8ClampedArray keeps to 0 to 255. */
function store(block: Int32Array, pixels: Uint8ClampedArray, at: number, stride: number): void {
  for (let y = 0; y < 8; y++) {
    for (let x = 0; x < 8; x++) pixels[at + y * stride + x] = block[8 * y + x]! + 128;
  }
}
