import { joinBytes } from '../../../join-bytes.ts';
import { Damage, ensure } from '../damage.ts';

/** What a byte unpacks to at most: four times 258 bytes, each time told in two bits (RFC 1951, 3.2.5). */
const MOST_UNPACKED = 1032;

/** Unpacks zlib data that must hold exactly `length` bytes, with the platform's decoder. It stops at the first byte too many. */
export async function inflate(parts: readonly Uint8Array<ArrayBuffer>[], length: number): Promise<Uint8Array> {
  const packed = joinBytes(parts); // a stream of thousands of tiny parts takes ten times as long
  ensure(packed.length * MOST_UNPACKED >= length, 'it is too short for the picture that it says it is');
  const unpacked = new Uint8Array(length);
  let at = 0;
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      ensure(at + part.value.length <= length, 'it holds more pixels than it says');
      unpacked.set(part.value, at);
      at += part.value.length;
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined); // a stream that failed cannot be cancelled, and need not be
    throw error instanceof Damage ? error : new Damage('corrupt-file', 'its pixels do not unpack');
  }
  ensure(at === length, 'it holds fewer pixels than it says');
  return unpacked;
}
