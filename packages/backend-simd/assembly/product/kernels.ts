import { thread } from '../crew';
import { address, arg } from '../layout';
import { packPanels, packPanelsTransposed } from './pack';
import { multiplyRows } from './product';

/**
 * Packs right operands into panels, a batch after the other.
 * Arguments: b, row stride, batch stride, transposed, depth, columns, packed, packed batch stride, panels a chunk, chunks a batch.
 */
export function packRight(chunk: i32): void {
  const b = address(0), stride = arg(1), depth = arg(4), columns = arg(5), packed = address(6), perChunk = arg(8), chunks = arg(9);
  const batch = chunk / chunks, from = (chunk % chunks) * perChunk, to = min(from + perChunk, (columns + 7) >> 3);
  const source = b + ((<usize>batch * address(2)) << 2), target = packed + ((<usize>batch * address(7)) << 2);
  if (arg(3)) packPanelsTransposed(source, stride, depth, columns, target, from, to);
  else packPanels(source, stride, depth, columns, target, from, to);
}

/**
 * C = A x B (+ bias, activation), a batch after the other. Strides count values; see `multiplyRows`.
 * Arguments: a, row, step, batch stride; b, panel, step, batch stride; c, columns, batch stride; bias, activation; rows, depth;
 * rows a chunk, chunks a batch; scratch, bytes of it a thread.
 */
export function multiply(chunk: i32): void {
  const columns = arg(9), rows = arg(13), depth = arg(14), perChunk = arg(15), chunks = arg(16);
  const batch = <usize>(chunk / chunks), from = (chunk % chunks) * perChunk, to = min(from + perChunk, rows);
  const a = address(0) + ((batch * address(3)) << 2), b = address(4) + ((batch * address(7)) << 2), c = address(8) + ((batch * address(10)) << 2);
  const scratch = address(17) + <usize>thread * address(18);
  multiplyRows(a, arg(1), arg(2), b, arg(5), arg(6), c, columns, address(11), arg(12), from, to, columns, depth, scratch);
}
