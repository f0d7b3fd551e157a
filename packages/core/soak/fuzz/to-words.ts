/** Texts as the bytes of a file. */
export function toWords(...texts: readonly string[]): Uint8Array[] {
  return texts.map((text) => new TextEncoder().encode(text));
}
