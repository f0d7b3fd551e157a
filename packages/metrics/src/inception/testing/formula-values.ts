/** `center` plus up to `spread`, from positions and a name: FNV-1a, then the finalizer of MurmurHash3, as fixtures/inception.py has them. */
export function formulaValues(name: string, count: number, center: number, spread: number): Float32Array {
  let salt = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) salt = Math.imul(salt ^ byte, 0x01000193);
  const values = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    let h = Math.imul(i, 0x9e3779b1) + salt;
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    values[i] = center + spread * (((h ^ (h >>> 16)) >>> 8) / 2 ** 23 - 1);
  }
  return values;
}
