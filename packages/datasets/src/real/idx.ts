import { check, show } from '@genmodels/core';

/** An array of bytes as an IDX file holds it. */
export interface IdxArray {
  readonly shape: readonly number[];
  /** In row-major order; a view of the file's bytes. */
  readonly data: Uint8Array;
}

/** The code of unsigned bytes, the one type that pictures and labels need. */
const UNSIGNED_BYTE = 0x08;

/**
 * Reads the format of the MNIST files (LeCun, Cortes and Burges, "The MNIST database", at its end): two zero bytes, the type,
 * the number of dimensions, each dimension as a big-endian 32-bit integer, then the values and nothing more. `name` is what
 * errors call the bytes. Throws 'corrupt-file', and 'incompatible-file' for another type than unsigned bytes.
 */
export function parseIdx(bytes: Uint8Array, name = 'the IDX file'): IdxArray {
  check(
    bytes.length >= 4 && bytes[0] === 0 && bytes[1] === 0,
    'corrupt-file',
    () =>
      `${name} must begin with the bytes 0, 0, type, dimensions, got ${show(Array.from(bytes.subarray(0, 4)))}: is it an IDX file?`,
  );
  check(
    bytes[2] === UNSIGNED_BYTE,
    'incompatible-file',
    () => `${name} must hold unsigned bytes (type 0x08), got type 0x${bytes[2]!.toString(16).padStart(2, '0')}`,
  );
  const shape = readShape(bytes, bytes[3]!, name);
  const start = 4 + 4 * shape.length;
  const length = shape.reduce((product, dimension) => product * dimension, 1);
  check(
    bytes.length - start === length,
    'corrupt-file',
    () =>
      `${name} must hold ${length} bytes after its header (${shape.join(' x ')}), got ${bytes.length - start}: fetch it again`,
  );
  return { shape, data: bytes.subarray(start) };
}

function readShape(bytes: Uint8Array, rank: number, name: string): number[] {
  check(
    rank >= 1 && bytes.length >= 4 + 4 * rank,
    'corrupt-file',
    () => `${name} must have at least one dimension and all of its header, got ${rank} dimensions in ${bytes.length} bytes`,
  );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: rank }, (_, i) => view.getUint32(4 + 4 * i));
}
