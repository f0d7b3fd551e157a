import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The files of an npm tarball by their paths in the package. */
export function readTarball(path: string): Map<string, string> {
  const bytes = gunzipSync(readFileSync(path));
  const files = new Map<string, string>();
  // A header of 512 bytes, then the content, padded to 512. The name stands at 0, the size in octal at 124.
  for (let at = 0; bytes[at] !== 0; ) {
    const name = text(bytes.subarray(at, at + 100));
    const size = Number.parseInt(text(bytes.subarray(at + 124, at + 136)), 8);
    files.set(name.replace(/^package\//, ''), bytes.toString('utf8', at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

/** Up to the first zero byte. */
function text(field: Buffer): string {
  return field.toString('utf8').split('\0', 1)[0]!;
}
