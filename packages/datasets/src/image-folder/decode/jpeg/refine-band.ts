import { ensure } from '../damage.ts';
import type { BitReader } from './bit-reader.ts';
import type { BlockCoder } from './block-coder.ts';
import type { Scan } from './scan.ts';
import { zigzag } from './zigzag.ts';

/**
 * One more bit of the coefficients from `first` to `last` (ITU T.81, G.1.2.3): a bit for each that is known to be no zero, and
 * the signs and places of those that become one.
 */
export function refineBand(bits: BitReader, { first, last, low }: Scan): BlockCoder {
  const order = zigzag();
  let emptyBlocks = 0; // how many blocks, from this one on, get no new coefficients

  /** Gives the k-th and those behind it their bit, passes `zeros` zeros, and returns the place of the next zero, at most last + 1. */
  function refine(coefficients: Int16Array, at: number, k: number, zeros: number): number {
    for (let left = zeros; k <= last; k++) {
      const place = at + order[k]!;
      if (coefficients[place] !== 0) coefficients[place] = refined(coefficients[place]!);
      else if (left-- === 0) break;
    }
    return k;
  }

  function refined(value: number): number {
    return bits.read(1) === 0 ? value : value + (value > 0 ? 1 << low : -1 << low);
  }

  return {
    readBlock({ plane: { coefficients }, ac }, at) {
      let k = first;
      while (emptyBlocks === 0 && k <= last) {
        const code = ac!.read(bits);
        const run = code >> 4;
        ensure((code & 15) <= 1, 'a coefficient grows by more than a bit');
        if (code & 15) {
          const value = bits.read(1) === 1 ? 1 << low : -1 << low;
          k = refine(coefficients, at, k, run);
          ensure(k <= last, 'a block is too long');
          coefficients[at + order[k++]!] = value;
        } else if (run < 15) {
          emptyBlocks = (1 << run) + bits.read(run);
        } else {
          k = refine(coefficients, at, k, 15) + 1; // sixteen zeros
        }
      }
      if (emptyBlocks === 0) return;
      refine(coefficients, at, k, 64);
      emptyBlocks--;
    },
    restart() {
      emptyBlocks = 0;
    },
  };
}
