import type { Machine } from '../../wasm/machine.ts';

/** What is done to a product's values once they are whole: assembly/product/finish.ts. */
export type Finish = 'none' | 'relu';

/**
 * Matrices in memory: element (row, column) of the one with number n lies at `address + 4 * (n * batchStride + row * rowStride + column * columnStride)`.
 * One of the latter two strides is 1.
 */
export interface Matrix {
  readonly address: number;
  readonly rowStride: number;
  readonly columnStride: number;
  /** 0 where all products share one matrix. */
  readonly batchStride: number;
}

export interface Product {
  readonly a: Matrix; // [rows, depth]
  readonly b: Matrix; // [depth, columns]
  /** Where the results go: [batches, rows, columns], without gaps. */
  readonly out: number;
  readonly batches: number;
  readonly rows: number;
  readonly depth: number;
  readonly columns: number;
  /** The address of [columns] values to add to each row; 0 for none. */
  readonly bias: number;
  readonly finish: Finish;
}

/** Columns that a kernel computes at once. */
const PANEL = 8;

/** Multiplies matrices on all threads. */
export function multiply(machine: Machine, product: Product): void {
  if (paysToPack(product)) multiplyPacked(machine, product);
  else run(machine, product, { ...product.b, panelStride: PANEL, stepStride: product.b.rowStride });
}

function multiplyPacked(machine: Machine, product: Product): void {
  const { b, depth, columns, batches } = product;
  const size = Math.ceil(columns / PANEL) * PANEL * depth;
  const matrices = b.batchStride === 0 ? 1 : batches;
  machine.withScratch(matrices * size * 4, (address) => {
    pack(machine, product, address, matrices, size);
    run(machine, product, {
      address,
      batchStride: b.batchStride === 0 ? 0 : size,
      panelStride: PANEL * depth,
      stepStride: PANEL,
    });
  });
}

/** A transposed operand must be packed, and one whose rows fall into the same few sets of the cache is worth it when many rows read it. */
function paysToPack({ b, rows }: Product): boolean {
  return b.columnStride !== 1 || (b.rowStride % 512 === 0 && rows > 48);
}

/** The right operand as the kernel reads it, in panels of 8 columns. */
interface Panels {
  readonly address: number;
  readonly batchStride: number;
  readonly panelStride: number;
  readonly stepStride: number;
}

/** Numbers to copy that are worth a thread's while. */
const COPY_CHUNK = 16384;

function pack(machine: Machine, { b, depth, columns }: Product, address: number, matrices: number, size: number): void {
  const panels = Math.ceil(columns / PANEL);
  const perChunk = Math.min(panels, Math.ceil(COPY_CHUNK / (depth * PANEL)));
  const chunks = Math.ceil(panels / perChunk);
  const [transposed, stride] = b.columnStride === 1 ? [0, b.rowStride] : [1, b.columnStride];
  const source = [b.address, stride, b.batchStride, transposed, depth, columns] as const;
  machine.run('packRight', matrices * chunks, ...source, address, size, perChunk, chunks);
}

function run(machine: Machine, { a, out, batches, rows, depth, columns, bias, finish }: Product, b: Panels): void {
  const perChunk = rowsPerChunk(machine, rows, depth * columns);
  const chunks = Math.ceil(rows / perChunk);
  const bytes = machine.ask('multiplyScratch', depth);
  const left = [a.address, a.rowStride, a.columnStride] as const;
  const right = [b.address, b.panelStride, b.stepStride] as const;
  const result = [out, columns, bias, finish === 'relu' ? 1 : 0, columns, depth] as const;
  const batchStrides = [a.batchStride, b.batchStride, rows * columns] as const;
  machine.withScratch(bytes * machine.threads, (scratch) => {
    machine.run(
      'multiplyMatrices',
      batches * chunks,
      ...left,
      ...right,
      ...result,
      ...batchStrides,
      rows,
      perChunk,
      chunks,
      scratch,
      bytes,
    );
  });
}

/** Multiplications that are worth a thread's while: some ten microseconds. */
const CHUNK_WORK = 200_000;

/** Rows that a thread takes at once: assembly/product/scratch.ts. */
const ROWS_AT_ONCE = 60;

/** As many chunks for each thread, all of about one size, and none so small that it is not worth waking a thread. */
function rowsPerChunk({ threads }: Machine, rows: number, workPerRow: number): number {
  const chunks = threads * Math.ceil(rows / (threads * ROWS_AT_ONCE));
  return Math.min(rows, Math.max(Math.ceil(rows / chunks), Math.ceil(CHUNK_WORK / workPerRow)));
}
