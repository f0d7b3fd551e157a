import { check, GenmodelsError } from '../errors.ts';
import { frequencyTotal } from './frequencies.ts';
import { leastRange, wholeRange } from './range.ts';

/**
 * Reads what a `RangeEncoder` wrote. Bytes beyond the end are zeros. Damaged bytes give other symbols, or 'corrupt-file' where no
 * encoder could have written them; it is the caller who knows when to stop.
 */
export class RangeDecoder {
  readonly #bytes: Uint8Array;
  #position = 0;
  #range = wholeRange;
  /** The number of the bytes, counted from the lower end of the range. */
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (let i = 0; i < 6; i++) this.#offset = this.#offset * 256 + this.#next();
  }

  /** `frequencies` must be those that the symbol was encoded with. */
  decode(frequencies: ArrayLike<number>): number {
    const unit = Math.floor(this.#range / frequencyTotal);
    const wanted = Math.floor(this.#offset / unit);
    let start = 0;
    for (let symbol = 0; symbol < frequencies.length; symbol++) {
      const end = start + frequencies[symbol]!;
      if (wanted < end) {
        this.#narrow(start * unit, (end - start) * unit);
        return symbol;
      }
      start = end;
    }
    throw new GenmodelsError('corrupt-file', `coded symbols must lie below ${frequencyTotal}, got ${wanted}: the bytes are damaged`);
  }

  /** Throws 'corrupt-file' where bytes are left that no symbol needed. */
  finish(): void {
    const needed = this.#position - 5;
    check(
      this.#bytes.length <= needed,
      'corrupt-file',
      () => `the coded symbols must end after at most ${needed} bytes, got ${this.#bytes.length}: the file is damaged, or no such file`,
    );
  }

  #narrow(start: number, range: number): void {
    this.#offset -= start;
    this.#range = range;
    while (this.#range < leastRange) {
      this.#offset = this.#offset * 256 + this.#next();
      this.#range *= 256;
    }
  }

  #next(): number {
    return this.#bytes[this.#position++] ?? 0;
  }
}
