import { ensure } from '../damage.ts';
import type { BitReader } from './bit-reader.ts';

const shortCode = 9; // codes up to this length are looked up at once

/** A Huffman code (ITU T.81, C.2). `counts[length - 1]` symbols have a code of `length` bits, and codes of one length follow each other. */
export class HuffmanTable {
  /** By the next `shortCode` bits: length << 8 | symbol, or 0. */
  readonly #short = new Uint16Array(1 << shortCode);
  /** By length: the first code that is longer, as 16 bits with zeros behind. */
  readonly #limits = new Uint32Array(17);
  /** By length: what makes of a code the place of its symbol. */
  readonly #offsets = new Int32Array(17);
  readonly #symbols: Uint8Array;

  constructor(counts: Uint8Array, symbols: Uint8Array) {
    this.#symbols = symbols;
    let place = 0;
    for (let length = 1, code = 0; length <= 16; length++, code <<= 1) {
      const count = counts[length - 1]!;
      ensure(code + count <= 1 << length, 'a Huffman table has more codes than there can be');
      this.#offsets[length] = place - code;
      if (length <= shortCode) this.#fillShort(code, length, symbols.subarray(place, place + count));
      code += count;
      place += count;
      this.#limits[length] = code << (16 - length);
    }
  }

  /** The next symbol. */
  read(bits: BitReader): number {
    const next = bits.peek16();
    const found = this.#short[next >> (16 - shortCode)]!;
    if (found !== 0) {
      bits.skip(found >> 8);
      return found & 255;
    }
    let length = shortCode + 1;
    while (length <= 16 && next >= this.#limits[length]!) length++;
    ensure(length <= 16, 'it holds a code that its tables lack');
    bits.skip(length);
    return this.#symbols[(next >> (16 - length)) + this.#offsets[length]!]!;
  }

  #fillShort(first: number, length: number, symbols: Uint8Array): void {
    const spread = 1 << (shortCode - length);
    symbols.forEach((symbol, i) => this.#short.fill((length << 8) | symbol, (first + i) * spread, (first + i + 1) * spread));
  }
}
