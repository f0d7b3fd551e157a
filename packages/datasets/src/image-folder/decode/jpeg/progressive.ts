import { ensure } from '../damage.ts';
import type { BitReader } from './bit-reader.ts';
import type { BlockCoder } from './block-coder.ts';
import { refineBand } from './refine-band.ts';
import { NOTHING_TOLD, type Plane, type Scan } from './scan.ts';
import { forgetPredictions, readFirstCoefficient } from './sequential.ts';
import { zigzag } from './zigzag.ts';

/** Blocks that are told in many scans: some coefficients at a time, and of these the high bits first (ITU T.81, annex G). */
export function progressive(bits: BitReader, scan: Scan): BlockCoder {
  const { parts, first, last, high, low } = scan;
  ensure(first <= last && last <= 63 && low <= 13 && (high === 0 || high === low + 1), 'the header of a scan is damaged');
  for (const { plane } of parts) tell(plane, scan);
  if (first === 0) {
    ensure(last === 0, 'the header of a scan is damaged');
    return high === 0 ? firstCoefficient(bits, scan) : refinedFirstCoefficient(bits, scan);
  }
  ensure(parts.length === 1 && parts[0]!.ac !== undefined, 'a Huffman table is missing');
  return high === 0 ? band(bits, scan) : refineBand(bits, scan);
}

/** Each bit is told once, from above: what a small file can make us do has an end. */
function tell({ lowestBits }: Plane, { first, last, high, low }: Scan): void {
  for (let k = first; k <= last; k++) {
    ensure(lowestBits[k] === (high === 0 ? NOTHING_TOLD : high), 'its scans are out of order');
    lowestBits[k] = low;
  }
}

function firstCoefficient(bits: BitReader, scan: Scan): BlockCoder {
  for (const { dc } of scan.parts) ensure(dc !== undefined, 'a Huffman table is missing');
  return {
    readBlock(part, at) {
      part.plane.coefficients[at] = readFirstCoefficient(bits, part) << scan.low;
    },
    restart() {
      forgetPredictions(scan);
    },
  };
}

function refinedFirstCoefficient(bits: BitReader, { low }: Scan): BlockCoder {
  return {
    readBlock({ plane }, at) {
      plane.coefficients[at]! |= bits.read(1) << low;
    },
    restart() {},
  };
}

/** The coefficients from `first` to `last`, all but their lowest `low` bits (G.1.2.2). */
function band(bits: BitReader, { first, last, low }: Scan): BlockCoder {
  const order = zigzag();
  let emptyBlocks = 0; // how many blocks from here on have nothing more
  return {
    readBlock({ plane, ac }, at) {
      if (emptyBlocks > 0) {
        emptyBlocks--;
        return;
      }
      for (let k = first; k <= last; k++) {
        const code = ac!.read(bits);
        const run = code >> 4;
        const size = code & 15;
        if (size === 0 && run < 15) {
          emptyBlocks = (1 << run) - 1 + bits.read(run);
          return;
        }
        k += run;
        if (size === 0) continue; // sixteen zeros
        ensure(k <= last, 'a block is too long');
        plane.coefficients[at + order[k]!] = bits.readSigned(size) << low;
      }
    },
    restart() {
      emptyBlocks = 0;
    },
  };
}
