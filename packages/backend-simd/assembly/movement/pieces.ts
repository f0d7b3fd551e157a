import { address, arg } from '../layout';
import { copyRun } from './run';

const PIECES: i32 = 5;

/**
 * Matrices side by side become one. Arguments: the whole, bytes from row to row of the whole, rows, rows a chunk, the number of
 * pieces, and for each piece its address and the bytes of its rows. The whole may be wider than its pieces.
 */
export function joinPieces(chunk: i32): void {
  eachRun(true, chunk);
}

/** One matrix becomes several. Arguments: as above. */
export function splitPieces(chunk: i32): void {
  eachRun(false, chunk);
}

@inline
function eachRun(join: bool, chunk: i32): void {
  const step = address(1),
    begin = chunk * arg(3),
    end = min(begin + arg(3), arg(2)),
    last = PIECES + 2 * arg(4);
  let row = address(0) + <usize>begin * step;
  for (let index = begin; index < end; index++, row += step) {
    for (let word = PIECES, whole = row; word < last; word += 2) {
      const bytes = address(word + 1),
        piece = address(word) + <usize>index * bytes;
      if (join) copyRun(whole, piece, bytes);
      else copyRun(piece, whole, bytes);
      whole += bytes;
    }
  }
}
