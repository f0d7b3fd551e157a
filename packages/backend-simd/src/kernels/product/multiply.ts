import type { Machine } from '../../wasm/machine.ts';

/** What is done to a product's values once they are whole: assembly/product/finish.ts. */
export type Finish = 'none' | 'relu';

/** A matrix in memory, or one a batch: element (row, column) of batch n lies at `address + 4 * (n * batch + row * rowStride + column * columnStride)`. */
export interface Matrix {
  readonly address: number;
  readonly rowStride: number;
  readonly columnStride: number;
  /** 0 where all batches share one matrix. */
  readonly batchStride: number;
}

export interface Product {
  readonly a: Matrix; // [rows, depth]
  readonly b: Matrix; // [depth, columns]
  /** Where the results go: [batches, rows, columns], one after the other. */
  readonly out: number;
  readonly batches: number;
  readonly rows: number;
  readonly depth: number;
  readonly columns: number;
  /** The address of [columns] values to add to each row; 0 for none. */
  readonly bias: number;
  readonly finish: Finish;
}

const PANEL = 8;

/** Rows from which on it pays to copy the right operand into panels that are read without gaps. */
const ROWS_WORTH_PACKING = 12;

/** Additions and multiplications that are worth waking a thread for: some ten microseconds. */
const CHUNK_WORK = 300_000;

/** Multiplies matrices in memory, on all threads. */
export function multiply(machine: Machine, product: Product): void {
  if (readsInPlace(product)) run(machine, product, { ...product.b, panelStride: PANEL, stepStride: product.b.rowStride });
  else multiplyPacked(machine, product);
}

interface Panels {
  readonly address: number;
  readonly batchStride: number;
  readonly panelStride: number;
  readonly stepStride: number;
}

/** Whole panels can be read where they lie; for few rows that costs less than a copy. */
function readsInPlace({ b, rows, columns }: Product): boolean {
  return b.columnStride === 1 && columns % PANEL === 0 && rows < ROWS_WORTH_PACKING;
}

function multiplyPacked(machine: Machine, product: Product): void {
  const { b, depth, columns, batches } = product;
  const packed = Math.ceil(columns / PANEL) * PANEL * depth;
  const batchStride = b.batchStride === 0 ? 0 : packed;
  const matrices = b.batchStride === 0 ? 1 : batches;
  machine.withScratch(matrices * packed * 4, (address) => {
    pack(machine, product, address, matrices, packed);
    run(machine, product, { address, batchStride, panelStride: PANEL * depth, stepStride: PANEL });
  });
}

function pack(machine: Machine, { b, depth, columns }: Product, address: number, matrices: number, packed: number): void {
  const panels = Math.ceil(columns / PANEL);
  const panelsPerChunk = Math.min(panels, Math.ceil(16384 / (depth * PANEL)));
  const chunks = Math.ceil(panels / panelsPerChunk);
  const transposed = b.columnStride === 1 ? 0 : 1;
  const stride = transposed ? b.columnStride : b.rowStride;
  machine.run(
    'packRight',
    matrices * chunks,
    b.address,
    stride,
    b.batchStride,
    transposed,
    depth,
    columns,
    address,
    packed,
    panelsPerChunk,
    chunks,
  );
}

function run(machine: Machine, { a, out, batches, rows, depth, columns, bias, finish }: Product, b: Panels): void {
  const rowsPerChunk = chunkOf(machine, rows, 2 * depth * columns);
  const chunks = Math.ceil(rows / rowsPerChunk);
  const scratch = scratchBytes(depth);
  machine.withScratch(scratch * machine.threads, (address) => {
    machine.run(
      'multiply', batches * chunks,
      a.address, a.rowStride, a.columnStride, a.batchStride,
      b.address, b.panelStride, b.stepStride, b.batchStride,
      out, columns, rows * columns,
      bias, finish === 'relu' ? 1 : 0, rows, depth, rowsPerChunk, chunks, address, scratch,
    ); // biome-ignore format: one line an operand
  });
}

/** As few rows a chunk as are worth a thread's while, but four chunks a thread are enough for an even share. */
function chunkOf(machine: Machine, rows: number, workPerRow: number): number {
  const worthwhile = Math.ceil(CHUNK_WORK / workPerRow);
  const share = Math.ceil(rows / (4 * machine.threads));
  return Math.min(rows, Math.ceil(Math.max(worthwhile, share) / 30) * 30);
}

/** For one thread: a tile of at most 6 x 8 and the strips of 60 rows of a transposed left operand, 384 deep (assembly/product/product.ts). */
function scratchBytes(depth: number): number {
  return 4 * (6 * PANEL + 60 * Math.min(depth, 384)) + 64;
}
