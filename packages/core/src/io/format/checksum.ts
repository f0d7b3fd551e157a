import { headerLength } from './read-safetensors.ts';
import { checkSound, lengthBytes } from './safetensors.ts';
import { sha256 } from './sha256.ts';

/** The SHA-256 of a whole model file in which the 64 digits of its own "sha256" are zeros. */
export async function checksum(bytes: Uint8Array): Promise<string> {
  const start = checksumStart(bytes);
  return sha256(new Uint8Array(bytes).fill(0x30, start, start + 64));
}

/** Where the 64 digits stand. Quotes inside a text are escaped in JSON, so that no config can look like this key. */
export function checksumStart(bytes: Uint8Array): number {
  const header = bytes.subarray(lengthBytes, lengthBytes + headerLength(bytes));
  const text = new TextDecoder('latin1').decode(header); // one character a byte
  const field = /"sha256"\s*:\s*"[0-9a-f]{64}"/.exec(text);
  checkSound(field !== null, '__metadata__', 'hold a sha256 of 64 hex digits', 'none');
  return lengthBytes + field.index + field[0].length - 65;
}
