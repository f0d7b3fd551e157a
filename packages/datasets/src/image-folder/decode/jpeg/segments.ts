import { ensure } from '../damage.ts';

/** A piece of a JPEG file between two markers (ITU T.81, annex B). */
export interface Segment {
  /** The marker's second byte. */
  readonly marker: number;
  /** What the marker's length counts, without the length itself. */
  readonly data: Uint8Array;
  /** Behind the header of a scan: its entropy-coded bytes, restart markers among them. */
  readonly entropy: Uint8Array;
}

/** The second bytes of markers. */
export const marker = {
  frame: 0xc0,
  huffman: 0xc4,
  end: 0xd9,
  scan: 0xda,
  quantization: 0xdb,
  restart: 0xdd,
  jfif: 0xe0,
  exif: 0xe1,
  adobe: 0xee,
} as const;

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** Cuts a file, which must reach its end marker, into its segments. What lies behind the end marker is ignored. */
export function readSegments(bytes: Uint8Array): Segment[] {
  const segments: Segment[] = [];
  for (let at = 2; ; ) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++; // fill bytes (B.1.1.2)
    ensure(at + 1 < bytes.length, 'it is cut short');
    ensure(bytes[at] === 0xff, 'a marker is missing');
    const code = bytes[at + 1]!;
    if (code === marker.end) return segments;
    ensure(at + 3 < bytes.length, 'it is cut short');
    const behind = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
    ensure(behind >= at + 4 && behind <= bytes.length, 'it is cut short');
    const end = code === marker.scan ? findMarker(bytes, behind) : behind;
    segments.push({ marker: code, data: bytes.subarray(at + 4, behind), entropy: bytes.subarray(behind, end) });
    at = end;
  }
}

/** The next marker that ends entropy-coded bytes: 0xff 0x00 stands for a byte of them, and restart markers belong to them. */
function findMarker(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  return bytes.length;
}

export function isRestart(code: number): boolean {
  return code >= 0xd0 && code <= 0xd7;
}
