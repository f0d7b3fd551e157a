import { ensure } from '../damage.ts';
import { HuffmanTable } from './huffman.ts';
import { zigzag } from './zigzag.ts';

/** The tables that are in force where a scan begins; later segments replace them. */
export class Tables {
  /** Divisors of the 64 coefficients, row by row. */
  readonly quantization: (Uint16Array | undefined)[] = [];
  readonly dc: (HuffmanTable | undefined)[] = [];
  readonly ac: (HuffmanTable | undefined)[] = [];
  /** Groups of blocks between two restart markers; 0: there are none. */
  restartInterval = 0;

  /** ITU T.81, B.2.4.1. */
  readQuantization(data: Uint8Array): void {
    const order = zigzag();
    for (let at = 0; at < data.length; ) {
      const wide = data[at]! >> 4;
      const number = data[at]! & 15;
      ensure(wide <= 1 && number <= 3 && at + 1 + 64 * (wide + 1) <= data.length, 'a quantization table is damaged');
      const table = new Uint16Array(64);
      for (let k = 0, from = at + 1; k < 64; k++, from += 1 + wide) {
        table[order[k]!] = wide ? (data[from]! << 8) | data[from + 1]! : data[from]!;
      }
      this.quantization[number] = table;
      at += 1 + 64 * (wide + 1);
    }
  }

  /** ITU T.81, B.2.4.2. */
  readHuffman(data: Uint8Array): void {
    for (let at = 0; at < data.length; ) {
      const kind = data[at]! >> 4;
      const number = data[at]! & 15;
      const counts = data.subarray(at + 1, at + 17);
      const end = at + 17 + counts.reduce((sum, count) => sum + count, 0);
      ensure(kind <= 1 && number <= 3 && end <= data.length, 'a Huffman table is damaged');
      (kind === 0 ? this.dc : this.ac)[number] = new HuffmanTable(counts, data.subarray(at + 17, end));
      at = end;
    }
  }

  /** ITU T.81, B.2.4.4. */
  readRestartInterval(data: Uint8Array): void {
    ensure(data.length === 2, 'its restart interval is damaged');
    this.restartInterval = (data[0]! << 8) | data[1]!;
  }
}
