import { check, GenmodelsError } from '@genmodels/core';
import { joinBytes } from '../join-bytes.ts';

export interface GunzipOptions {
  /** Most bytes to unpack: a small file can hold gigabytes of zeros. */
  readonly limit: number;
  /** What errors call the bytes. */
  readonly name: string;
}

/** Whether the bytes begin like a gzip file (RFC 1952, section 2.3.1). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Unpacks gzip with the platform's own decoder. Rejects with 'corrupt-file' where it is damaged, cut short or above the limit. */
export async function gunzip(bytes: Uint8Array, { limit, name }: GunzipOptions): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes as BufferSource]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      chunks.push(part.value);
      length += part.value.length;
      check(length <= limit, 'corrupt-file', () => `${name} unpacks to more than the ${limit} bytes that are allowed`);
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined); // a stream that failed cannot be cancelled, and need not be
    if (error instanceof GenmodelsError) throw error;
    throw new GenmodelsError('corrupt-file', `${name} must be whole gzip data, but it does not unpack: fetch it again`, {
      cause: error,
    });
  }
  return joinBytes(chunks);
}
