import { address } from '../layout';

/** A chunk: a few microseconds. */
const CHUNK: usize = 131072;

/** Copies bytes that lie in one piece. Arguments: from, to, bytes. */
export function copyPiece(chunk: i32): void {
  const begin = <usize>chunk * CHUNK;
  memory.copy(address(1) + begin, address(0) + begin, min(CHUNK, address(2) - begin));
}
