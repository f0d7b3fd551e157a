import { checkSound, refuseDamaged } from './check-sound.ts';

/** Takes bytes one after another, and none beyond the end. Numbers are little-endian. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #decoder = new TextDecoder(); // one for all: to make one takes longer than to use it
  #position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#position = position;
  }

  /** A view of the next bytes, not a copy. */
  take(length: number): Uint8Array {
    const start = this.#advance(length);
    return this.#bytes.subarray(start, start + length);
  }

  text(length: number): string {
    return this.#decoder.decode(this.take(length));
  }

  /** A text up to the end of its line. */
  line(): string {
    const end = this.#bytes.indexOf(0x0a, this.#position);
    checkSound(end >= 0, 'the file', 'end a line', 'its end');
    const line = this.text(end - this.#position);
    this.#position++;
    return line;
  }

  uint8(): number {
    return this.#view.getUint8(this.#advance(1));
  }

  uint16(): number {
    return this.#view.getUint16(this.#advance(2), true);
  }

  int32(): number {
    return this.#view.getInt32(this.#advance(4), true);
  }

  uint32(): number {
    return this.#view.getUint32(this.#advance(4), true);
  }

  /** A length or a position: at most 2^53. */
  uint64(): number {
    const value = Number(this.#view.getBigUint64(this.#advance(8), true));
    checkSound(Number.isSafeInteger(value), 'a length', 'be below 2^53', value);
    return value;
  }

  /** Big-endian, as a pickle has it. */
  float64(): number {
    return this.#view.getFloat64(this.#advance(8));
  }

  #advance(length: number): number {
    const start = this.#position;
    const rest = this.#bytes.length - start;
    if (length > rest) refuseDamaged('the file', `have ${length} bytes at ${start}`, rest); // a message for every byte would take its time
    this.#position = start + length;
    return start;
  }
}
