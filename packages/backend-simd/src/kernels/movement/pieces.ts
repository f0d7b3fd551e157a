import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { CHUNK_BYTES, rowsPerChunk } from './chunks.ts';
import { bytesOf } from './element.ts';
import { copyPiece } from './move.ts';

/** Matrices that lie side by side in a whole; each has the number of rows that the whole has. */
export interface Pieces {
  readonly whole: TensorInfo;
  readonly pieces: readonly TensorInfo[];
  readonly rows: number;
}

/** Writes the whole. */
export function join(backend: SimdBackend, parts: Pieces): void {
  eachRow(backend, parts, 'joinPieces', (whole, piece, bytes) => copyPiece(backend.machine, piece, whole, bytes));
}

/** Writes the pieces. */
export function split(backend: SimdBackend, parts: Pieces): void {
  eachRow(backend, parts, 'splitPieces', (whole, piece, bytes) => copyPiece(backend.machine, whole, piece, bytes));
}

type Copy = (whole: number, piece: number, bytes: number) => void;

function eachRow(backend: SimdBackend, { whole, pieces, rows }: Pieces, kernel: string, copy: Copy): void {
  const spans = spansOf(backend, pieces, rows);
  const address = backend.addressOf(whole);
  const long = rows === 1 && spans.some(({ bytes }) => bytes > CHUNK_BYTES); // more than one thread's share of a single row
  if (long) for (const { start, bytes, piece } of spans) copy(address + start, piece, bytes);
  else runOnRows(backend, kernel, address, spans, rows);
}

/** Where a row of a piece lies in a row of the whole, and the address of the piece's first row. */
interface Span {
  readonly start: number;
  readonly bytes: number;
  readonly piece: number;
}

function spansOf(backend: SimdBackend, pieces: readonly TensorInfo[], rows: number): Span[] {
  let end = 0;
  return pieces.map((tensor) => {
    const bytes = (util.sizeFromShape(tensor.shape) / rows) * bytesOf(tensor.dtype);
    end += bytes;
    return { start: end - bytes, bytes, piece: backend.addressOf(tensor) };
  });
}

/** More do not fit into the arguments of a kernel. */
const MOST_SPANS = 60;

function runOnRows({ machine }: SimdBackend, kernel: string, whole: number, spans: readonly Span[], rows: number): void {
  const last = spans.at(-1)!;
  const rowBytes = last.start + last.bytes;
  const share = rowsPerChunk(rowBytes);
  for (let first = 0; first < spans.length; first += MOST_SPANS) {
    const some = spans.slice(first, first + MOST_SPANS);
    const words = some.flatMap(({ piece, bytes }) => [piece, bytes]);
    machine.run(kernel, Math.ceil(rows / share), whole + some[0]!.start, rowBytes, rows, share, some.length, ...words);
  }
}
