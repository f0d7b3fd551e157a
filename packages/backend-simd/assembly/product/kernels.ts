import { thread } from '../crew';
import { address, arg, ARGUMENTS } from '../layout';
import { packPanels, packPanelsTransposed } from './pack';
import { multiplyRows, Product } from './product';
import { scratchBytes } from './scratch';
import { COLUMNS } from './shape';

/** Bytes of a product's record, on a multiple of 16. */
const RECORD: usize = 48;

/** Bytes of scratch that `multiplyMatrices` needs for each thread. */
export function multiplyScratch(depth: i32): usize {
  return RECORD + scratchBytes(depth);
}

/**
 * C = A x B (+ bias, activation), a batch after the other.
 * Arguments: the twelve words of a `Product`; batch strides of A, B and C; rows, rows a chunk, chunks a batch; scratch, bytes of it a thread.
 */
export function multiplyMatrices(chunk: i32): void {
  const rows = arg(15), perChunk = arg(16), chunks = arg(17), own = address(18) + <usize>thread * address(19);
  const batch = <usize>(chunk / chunks), from = (chunk % chunks) * perChunk;
  memory.copy(own, ARGUMENTS, RECORD);
  const product = changetype<Product>(own);
  product.a += (batch * address(12)) << 2;
  product.b += (batch * address(13)) << 2;
  product.c += (batch * address(14)) << 2;
  multiplyRows(product, from, min(from + perChunk, rows), own + RECORD);
}

/**
 * Packs right operands into panels, a batch after the other.
 * Arguments: b, row stride, batch stride, transposed, depth, columns, packed, packed batch stride, panels a chunk, chunks a batch.
 */
export function packRight(chunk: i32): void {
  const b = address(0), stride = arg(1), depth = arg(4), columns = arg(5), packed = address(6), perChunk = arg(8), chunks = arg(9);
  const batch = <usize>(chunk / chunks), from = (chunk % chunks) * perChunk, panels = (columns + <i32>COLUMNS - 1) / <i32>COLUMNS;
  const source = b + ((batch * address(2)) << 2), target = packed + ((batch * address(7)) << 2), to = min(from + perChunk, panels);
  if (arg(3)) packPanelsTransposed(source, stride, depth, columns, target, from, to);
  else packPanels(source, stride, depth, columns, target, from, to);
}
