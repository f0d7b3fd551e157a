import { ensure } from '../damage.ts';
import { isRestart } from './segments.ts';

/** Reads entropy-coded bytes bit by bit, the highest first. Behind their end it reads zeros, and `overrun` says so. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** The low `#count` bits are what was loaded and not yet read. */
  #bits = 0;
  #count = 0;
  /** How many of the loaded bits were made up. */
  #madeUp = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The next 16 bits, which stay unread. */
  peek16(): number {
    if (this.#count < 16) this.#load();
    return (this.#bits >>> (this.#count - 16)) & 0xffff;
  }

  skip(count: number): void {
    this.#count -= count;
  }

  /** The next `count` bits, 0 to 16, as a number. */
  read(count: number): number {
    if (this.#count < count) this.#load();
    this.#count -= count;
    return (this.#bits >>> this.#count) & ((1 << count) - 1);
  }

  /** A number of `size` bits that is negative where its first bit is 0 (ITU T.81, F.2.2.1: EXTEND). */
  readSigned(size: number): number {
    const value = this.read(size);
    return size > 0 && value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
  }

  get overrun(): boolean {
    return this.#count < this.#madeUp;
  }

  /** Goes on behind a restart marker, which must come next. The bits before it only fill a byte. */
  passRestart(): void {
    while (this.#bytes[this.#at] === 0xff && this.#bytes[this.#at + 1] === 0xff) this.#at++; // fill bytes
    ensure(this.#bytes[this.#at] === 0xff && isRestart(this.#bytes[this.#at + 1] ?? 0), 'a restart marker is missing');
    this.#at += 2;
    this.#count = this.#madeUp = 0;
  }

  #load(): void {
    while (this.#count <= 24) {
      const byte = this.#nextByte();
      this.#bits = (this.#bits << 8) | byte;
      this.#count += 8;
    }
  }

  #nextByte(): number {
    const byte = this.#bytes[this.#at];
    const stuffed = byte === 0xff && this.#bytes[this.#at + 1] === 0;
    if (byte === undefined || (byte === 0xff && !stuffed)) {
      this.#madeUp += 8;
      return 0;
    }
    this.#at += stuffed ? 2 : 1;
    return byte;
  }
}
