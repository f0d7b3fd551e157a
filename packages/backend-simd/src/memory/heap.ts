import { type Block, FreeList } from './free-list.ts';

/**
 * Blocks begin and end on a cache line, so that two threads never write to one line, and a kernel may read and write whole
 * vectors of 16 bytes up to the end of the line in which its data ends.
 */
const LINE = 64;

/** A heap inside memory that grows at its end and never shrinks. Freed neighbours join, so that memory is used again at any size. */
export class Heap {
  private readonly freeBlocks = new FreeList();
  private readonly used = new Map<number, Block>();
  private last: Block | undefined;
  /** Bytes that were handed out and not given back, with the rounding. */
  bytesInUse = 0;

  private readonly start: number;
  private readonly extend: (bytes: number) => number;

  /**
   * @param start the first address
   * @param size the bytes that are there already
   * @param extend makes the memory larger by at least so many bytes and returns the bytes gained, or 0 if it cannot
   */
  constructor(start: number, size: number, extend: (bytes: number) => number) {
    this.start = start;
    this.extend = extend;
    if (size > 0) this.freeBlocks.add(this.append(size));
  }

  /** The address of that many bytes, or `undefined` where the memory is full. What they hold is not defined. */
  allocate(bytes: number): number | undefined {
    const size = roundedSize(bytes);
    const block = this.freeBlocks.take(size) ?? this.grow(size);
    return block && this.use(block, size);
  }

  /** Like `allocate`, but only of what is there. */
  allocateWithin(bytes: number): number | undefined {
    const size = roundedSize(bytes);
    const block = this.freeBlocks.take(size);
    return block && this.use(block, size);
  }

  free(address: number): void {
    const block = this.used.get(address);
    if (!block) throw new RangeError(`no block in use at ${address}`);
    this.used.delete(address);
    this.bytesInUse -= block.size;
    this.freeBlocks.add(this.joined(block));
  }

  private use(block: Block, size: number): number {
    if (block.size > size) this.split(block, size);
    this.used.set(block.address, block);
    this.bytesInUse += size;
    return block.address;
  }

  private grow(size: number): Block | undefined {
    const gained = this.extend(this.last?.free ? size - this.last.size : size);
    if (gained === 0) return undefined;
    return this.joined(this.append(gained));
  }

  private append(size: number): Block {
    const below = this.last;
    const address = below ? below.address + below.size : this.start;
    const block = newBlock(address, size, below, undefined);
    if (below) below.above = block;
    this.last = block;
    return block;
  }

  /** Gives what is behind `size` back as a block of its own. */
  private split(block: Block, size: number): void {
    const rest = newBlock(block.address + size, block.size - size, block, block.above);
    if (rest.above) rest.above.below = rest;
    else this.last = rest;
    block.above = rest;
    block.size = size;
    this.freeBlocks.add(rest);
  }

  /** The block with its free neighbours, which leave their lists. */
  private joined(block: Block): Block {
    if (block.above?.free) {
      this.freeBlocks.remove(block.above);
      this.swallow(block, block.above);
    }
    const { below } = block;
    if (!below?.free) return block;
    this.freeBlocks.remove(below);
    this.swallow(below, block);
    return below;
  }

  private swallow(block: Block, above: Block): void {
    block.size += above.size;
    block.above = above.above;
    if (above.above) above.above.below = block;
    else this.last = block;
  }
}

function newBlock(address: number, size: number, below: Block | undefined, above: Block | undefined): Block {
  return { address, size, free: false, below, above, previous: undefined, next: undefined };
}

function roundedSize(bytes: number): number {
  return Math.max(Math.ceil(bytes / LINE), 1) * LINE;
}
