import { ensure } from '../damage.ts';
import { createCrc32 } from './crc32.ts';

/** A piece of a PNG file: what it is, in four letters, and what it holds. */
export interface Chunk {
  readonly type: string;
  readonly data: Uint8Array<ArrayBuffer>;
}

export function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, i) => bytes[i] === byte);
}

/** The chunks of a PNG file (PNG, 5.3) up to its end, IEND, each with its checksum compared. What lies behind IEND is ignored. */
export function readChunks(bytes: Uint8Array<ArrayBuffer>): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const crc32 = createCrc32();
  const chunks: Chunk[] = [];
  for (let at = 8; chunks.at(-1)?.type !== 'IEND'; ) {
    ensure(at + 12 <= bytes.length, 'it is cut short');
    const end = at + 8 + view.getUint32(at);
    ensure(end + 4 <= bytes.length, 'it is cut short');
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    ensure(crc32(bytes.subarray(at + 4, end)) === view.getUint32(end), 'a checksum does not match');
    chunks.push({ type, data: bytes.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}
