import { check, show } from '@genmodels/core';
import type { DatasetOptions } from './dataset-options.ts';

export interface BlobDatasetOptions extends Omit<DatasetOptions, 'values'> {
  /** A file of bare numbers, without a header, in the order that typed arrays have. For files of pictures there is `imageFolder`. */
  readonly values: Blob;
  /** What the file holds: bytes, the numbers of the domain's steps, or little-endian float32. @default 'uint8' */
  readonly dtype?: 'uint8' | 'float32';
}

export async function readBlob({ values, dtype = 'uint8', ...rest }: BlobDatasetOptions): Promise<DatasetOptions> {
  check(
    dtype === 'uint8' || dtype === 'float32',
    'invalid-argument',
    () => `dtype must be 'uint8' or 'float32', got ${show(dtype)}`,
  );
  const buffer = await values.arrayBuffer();
  return { ...rest, values: dtype === 'uint8' ? new Uint8Array(buffer) : toFloats(buffer) };
}

/** Every engine that runs WebAssembly stores numbers little-endian. */
function toFloats(buffer: ArrayBuffer): Float32Array {
  check(
    buffer.byteLength % 4 === 0,
    'invalid-shape',
    () => `a file of float32 must hold a multiple of 4 bytes, got ${buffer.byteLength}: if it holds bytes, set dtype: 'uint8'`,
  );
  return new Float32Array(buffer);
}
