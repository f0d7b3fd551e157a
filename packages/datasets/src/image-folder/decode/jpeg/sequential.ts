import { ensure } from '../damage.ts';
import type { BitReader } from './bit-reader.ts';
import type { BlockCoder } from './block-coder.ts';
import type { Scan, ScanPart } from './scan.ts';
import { zigzag } from './zigzag.ts';

/** Blocks that are told at once (ITU T.81, F.2.2). */
export function sequential(bits: BitReader, scan: Scan): BlockCoder {
  const order = zigzag();
  for (const { dc, ac } of scan.parts) ensure(dc !== undefined && ac !== undefined, 'a Huffman table is missing');
  return {
    readBlock(part, at) {
      const { coefficients } = part.plane;
      coefficients[at] = readFirstCoefficient(bits, part);
      for (let k = 1; k < 64; k++) {
        const code = part.ac!.read(bits);
        const size = code & 15;
        if (size === 0 && code !== 0xf0) return; // the rest is zero
        k += code >> 4;
        if (size === 0) continue; // sixteen zeros
        ensure(k < 64, 'a block is too long');
        coefficients[at + order[k]!] = bits.readSigned(size);
      }
    },
    restart() {
      forgetPredictions(scan);
    },
  };
}

/** The first coefficient of a block, by its difference to that of the block before (F.2.2.1). */
export function readFirstCoefficient(bits: BitReader, part: ScanPart): number {
  const size = part.dc!.read(bits);
  ensure(size <= 11, 'a difference is too large');
  part.prediction += bits.readSigned(size);
  return part.prediction;
}

export function forgetPredictions(scan: Scan): void {
  for (const part of scan.parts) part.prediction = 0;
}
