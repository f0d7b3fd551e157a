/** A cyclic redundancy check over bytes (PNG, annex D: reflected polynomial 0xedb88320). */
export type Crc32 = (bytes: Uint8Array) => number;

export function createCrc32(): Crc32 {
  const table = Uint32Array.from({ length: 256 }, (_, byte) => divide(byte));
  return (bytes) => {
    let crc = 0xffffffff;
    for (let i = 0; i < bytes.length; i++) crc = table[(crc ^ bytes[i]!) & 255]! ^ (crc >>> 8);
    return ~crc >>> 0;
  };
}

function divide(byte: number): number {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
}
