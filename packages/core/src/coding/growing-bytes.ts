/** Bytes written one after another, whose last ones may still grow by a carry. */
export class GrowingBytes {
  #bytes = new Uint8Array(256);
  #length = 0;

  push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const longer = new Uint8Array(2 * this.#length);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    this.#bytes[this.#length++] = byte;
  }

  /** Adds 1 to the number that all bytes make, the first one being the most significant. */
  carry(): void {
    let last = this.#length - 1;
    while (this.#bytes[last] === 255) this.#bytes[last--] = 0;
    this.#bytes[last]!++;
  }

  /** Takes the last one away. */
  pop(): number | undefined {
    return this.#length === 0 ? undefined : this.#bytes[--this.#length];
  }

  /** A copy. */
  whole(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  /** A copy, without the zeros at its end. */
  trimmed(): Uint8Array<ArrayBuffer> {
    let end = this.#length;
    while (end > 0 && this.#bytes[end - 1] === 0) end--;
    return this.#bytes.slice(0, end);
  }
}
