import { check } from '../errors.ts';
import { frequencyTotal } from './frequencies.ts';
import { GrowingBytes } from './growing-bytes.ts';
import { leastRange, wholeRange } from './range.ts';

/**
 * Writes symbols as one long number, in -log2(frequency / `frequencyTotal`) bits each, and at most a byte for all at the end. A
 * `RangeDecoder` reads them. Martin 1979, "Range encoding"; integers below 2^49 only, which are exact in a double, so it
 * gives the same bytes on every engine.
 *
 *     0                      low        low + range                                  2^48
 *     |-----------------------|=============|-----------------------------------------|
 *                             | 0 |  1  | 2 |    a symbol narrows the range to its part, and bytes that are settled go out
 */
export class RangeEncoder {
  #low = 0;
  #range = wholeRange;
  readonly #bytes = new GrowingBytes();

  /** `frequencies` are those of all symbols, at least 1 where a symbol can be, `frequencyTotal` together. */
  encode(symbol: number, frequencies: ArrayLike<number>): void {
    let start = 0;
    for (let i = 0; i < symbol; i++) start += frequencies[i]!;
    const frequency = frequencies[symbol]!;
    check(
      frequency >= 1 && start + frequency <= frequencyTotal,
      'invalid-argument',
      () => `frequencies must be integers of sum ${frequencyTotal}, at least 1 for symbol ${symbol}, got ${frequency} after ${start}`,
    );
    const unit = Math.floor(this.#range / frequencyTotal);
    this.#low += start * unit;
    this.#range = frequency * unit;
    this.#settle();
  }

  /** The bytes of all symbols: nothing may be encoded after it. Zeros at the end are left out, since a decoder reads them anyway. */
  finish(): Uint8Array<ArrayBuffer> {
    this.#low = Math.ceil(this.#low / leastRange) * leastRange; // the roundest number in the range
    this.#range = 0;
    this.#carry();
    this.#bytes.push(this.#low / leastRange);
    return this.#bytes.trimmed();
  }

  #settle(): void {
    this.#carry();
    while (this.#range < leastRange) {
      const byte = Math.floor(this.#low / leastRange);
      this.#bytes.push(byte);
      this.#low = (this.#low - byte * leastRange) * 256;
      this.#range *= 256;
    }
  }

  #carry(): void {
    if (this.#low < wholeRange) return;
    this.#bytes.carry();
    this.#low -= wholeRange;
  }
}
