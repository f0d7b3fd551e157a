/** A file that says which one it is, by its length and by every byte. */
export function numberedFile(number: number): Uint8Array {
  return new Uint8Array(500_000 + number).fill(number);
}

/** Its number. Throws where it is mixed from two, or not whole. */
export function numberOf(file: Uint8Array): number {
  const number = file.length - 500_000;
  const wrong = file.findIndex((byte) => byte !== (number & 255));
  if (number < 0 || wrong >= 0) throw new Error(`a torn file: ${file.length} bytes, of which number ${wrong} is ${file[wrong]}`);
  return number;
}
