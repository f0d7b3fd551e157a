import { GenmodelsError } from '../errors.ts';
import { Heap } from '../memory/heap.ts';
import { grow, PAGE } from './memory.ts';
import { type Exports, instantiate, type Program } from './module.ts';

/** Where kernels find their arguments: assembly/layout.ts. */
const ARGUMENTS = 512;
const ARGUMENT_WORDS = 128;

/** Bytes that stay free behind the heap: a kernel may read a vector or two past the end of its data. */
const SLACK = 64;

/** The compiled kernels, the memory that they work in, and the heap inside it. */
export class Machine {
  readonly memory: WebAssembly.Memory;
  readonly heap: Heap;
  /** Threads that may take chunks, the caller's included. */
  readonly threads: number;
  private readonly exports: Exports;
  private readonly kernels: ReadonlyMap<string, number>;
  private words: Int32Array;
  private readonly float = new Float32Array(1);
  private readonly floatBits = new Int32Array(this.float.buffer);

  constructor(program: Program, threads = 1) {
    this.threads = threads;
    this.memory = program.memory;
    this.exports = instantiate(program);
    this.kernels = new Map(program.kernels.map((name, index) => [name, index]));
    this.heap = new Heap(PAGE, this.memory.buffer.byteLength - PAGE - SLACK, (bytes) => grow(this.memory, bytes));
    this.words = new Int32Array(this.memory.buffer, ARGUMENTS, ARGUMENT_WORDS);
  }

  /**
   * Runs a kernel of assembly/ to its end.
   * @param chunks the pieces that threads share, each worth a few microseconds at least
   * @param args addresses, sizes and counts; a float32 goes through `bits`
   */
  run(kernel: string, chunks: number, ...args: number[]): void {
    const index = this.kernels.get(kernel);
    if (index === undefined) throw new RangeError(`assembly/ exports no kernel ${kernel}`);
    if (this.words.length === 0) this.words = new Int32Array(this.memory.buffer, ARGUMENTS, ARGUMENT_WORDS); // memory moved
    for (let at = 0; at < args.length; at++) this.words[at] = args[at]!;
    try {
      this.exports['run']!(index, chunks);
    } catch (error) {
      throw new GenmodelsError('thread-failed', `the kernel ${kernel} stopped in the middle; register the backend anew`, {
        cause: error,
      });
    }
  }

  /** Calls a function of assembly/ that is no kernel. */
  ask(name: string, ...args: number[]): number {
    return this.exports[name]!(...args) >>> 0;
  }

  /** A float32 as an argument of a kernel. */
  bits(value: number): number {
    this.float[0] = value;
    return this.floatBits[0]!;
  }

  /** The address of that many bytes of the heap. Throws 'out-of-memory'. */
  allocate(bytes: number): number {
    const address = this.heap.allocate(bytes);
    if (address !== undefined) return address;
    const inUse = Math.round(this.heap.bytesInUse / 2 ** 20);
    throw new GenmodelsError(
      'out-of-memory',
      `no room for ${Math.ceil(bytes / 2 ** 20)} MiB beside the ${inUse} MiB in use: WebAssembly's memory ends at 4 GiB. Dispose tensors, or use smaller batches`,
    );
  }

  /** Gives `work` memory that is free again when it returns. */
  withScratch<T>(bytes: number, work: (address: number) => T): T {
    const address = this.allocate(bytes);
    try {
      return work(address);
    } finally {
      this.heap.free(address);
    }
  }
}
