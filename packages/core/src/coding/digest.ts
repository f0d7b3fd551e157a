import { sha256 } from '../io/format/sha256.ts';

/** The first `bytes` bytes of a SHA-256, as hex digits. */
export async function digest(data: ArrayBufferView | string, bytes: number): Promise<string> {
  const whole = await sha256(typeof data === 'string' ? new TextEncoder().encode(data) : bytesOf(data));
  return whole.slice(0, 2 * bytes);
}

/** Little-endian, as on every machine that runs JavaScript engines of today. */
function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
