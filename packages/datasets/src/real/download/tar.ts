import { check, show } from '@genmodels/core';

// A tar archive (POSIX.1-1988, "ustar", and the older form that it extends) is blocks of 512 bytes: for each member a header, then its
// bytes, filled up with zeros; a block of zeros ends it.
const block = 512;
const maxMembers = 1000;

/**
 * The regular files of a tar archive by the last part of their paths, as views of the bytes. No path is followed, nor any link: other
 * members are passed over. Throws 'corrupt-file' where a header is damaged, a member is cut short, two share a name or the end is missing.
 */
export function readTar(bytes: Uint8Array, name: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  let at = 0;
  for (let count = 0; ; count++) {
    const header = bytes.subarray(at, at + block);
    ensure(header.length === block && count <= maxMembers, name, 'end with a block of zeros', `${count} members and no end`);
    if (header.every((byte) => byte === 0)) return files;
    const { path, size, isFile } = readHeader(header, name);
    const content = bytes.subarray(at + block, at + block + size);
    ensure(content.length === size, name, `hold ${size} bytes of ${path}`, content.length);
    const key = path.split('/').at(-1)!; // none for a folder
    if (isFile && key !== '') {
      ensure(!files.has(key), name, 'hold each file once', `two of ${key}`);
      files.set(key, content);
    }
    at += block + Math.ceil(size / block) * block;
  }
}

interface Header {
  readonly path: string;
  readonly size: number;
  readonly isFile: boolean;
}

function readHeader(header: Uint8Array, name: string): Header {
  const sum = header.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 0x20 : byte), 0); // its own place counts as spaces
  const expected = readOctal(header.subarray(148, 156));
  ensure(sum === expected, name, 'hold headers that match their checksum', `${sum} in place of ${expected}`);
  const path = readText(header.subarray(0, 100));
  const size = readOctal(header.subarray(124, 136));
  ensure(Number.isSafeInteger(size), name, `say how long ${show(path)} is`, readText(header.subarray(124, 136)));
  return { path, size, isFile: header[156] === 0 || header[156] === 0x30 };
}

/** Digits among spaces, and a zero at the end; NaN for anything else. */
function readOctal(field: Uint8Array): number {
  const digits = readText(field).trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

function readText(field: Uint8Array): string {
  const end = field.indexOf(0);
  return new TextDecoder('latin1').decode(end < 0 ? field : field.subarray(0, end));
}

function ensure(ok: boolean, name: string, must: string, got: unknown): asserts ok {
  check(ok, 'corrupt-file', () => `${name} must ${must}, got ${show(got)}: is it a tar archive, and all of it?`);
}
