/** A piece of the heap. Neighbours in memory know each other, so that free ones can be joined; free ones of about one size form a list. */
export interface Block {
  address: number;
  size: number;
  free: boolean;
  below: Block | undefined; // the neighbour that ends where this one begins
  above: Block | undefined;
  previous: Block | undefined; // in the list of free blocks
  next: Block | undefined;
}

/** Lists for a doubling of the size: 8, so that a block found is at most an eighth larger than what was asked for. */
const STEPS_LOG2 = 3;
const STEPS = 1 << STEPS_LOG2;

/**
 * The free blocks, by size: a list for every eighth of a doubling, and a bit for every list that is not empty, so that a block
 * that fits is found in constant time. Masmano et al. 2004, "TLSF: a new dynamic memory allocator for real-time systems".
 */
export class FreeList {
  private readonly heads: (Block | undefined)[] = [];
  private readonly filled = new Int32Array(32); // [doubling]: a bit a step
  private doublings = 0; // a bit for each doubling with a filled step

  add(block: Block): void {
    const list = listOf(block.size);
    const head = this.heads[list];
    block.free = true;
    block.previous = undefined;
    block.next = head;
    if (head) head.previous = block;
    this.heads[list] = block;
    this.mark(list);
  }

  remove(block: Block): void {
    const list = listOf(block.size);
    block.free = false;
    if (block.next) block.next.previous = block.previous;
    if (block.previous) block.previous.next = block.next;
    else this.heads[list] = block.next;
    if (!this.heads[list]) this.unmark(list);
  }

  /** Takes a block of at least that size off its list. */
  take(size: number): Block | undefined {
    const block = this.lastFreedOf(size) ?? this.smallestFrom(listOf(roundUp(size)));
    if (block) this.remove(block);
    return block;
  }

  // A training step asks for the sizes that the step before gave back: that block is there, and warm in the cache.
  private lastFreedOf(size: number): Block | undefined {
    const head = this.heads[listOf(size)];
    return head && head.size >= size ? head : undefined;
  }

  private smallestFrom(wanted: number): Block | undefined {
    const list = this.firstFilledFrom(wanted);
    return list === undefined ? undefined : this.heads[list];
  }

  private firstFilledFrom(list: number): number | undefined {
    const doubling = list >> STEPS_LOG2;
    const here = this.filled[doubling]! & (-1 << (list & (STEPS - 1)));
    if (here !== 0) return (doubling << STEPS_LOG2) + lowestBit(here);
    const above = doubling === 31 ? 0 : this.doublings & (-1 << (doubling + 1));
    if (above === 0) return undefined;
    const next = lowestBit(above);
    return (next << STEPS_LOG2) + lowestBit(this.filled[next]!);
  }

  private mark(list: number): void {
    const doubling = list >> STEPS_LOG2;
    this.filled[doubling]! |= 1 << (list & (STEPS - 1));
    this.doublings |= 1 << doubling;
  }

  private unmark(list: number): void {
    const doubling = list >> STEPS_LOG2;
    this.filled[doubling]! &= ~(1 << (list & (STEPS - 1)));
    if (this.filled[doubling] === 0) this.doublings &= ~(1 << doubling);
  }
}

/** The list whose blocks are at least as large as the size's own doubling and step. Sizes reach 2^32 - 1. */
function listOf(size: number): number {
  const doubling = 31 - Math.clz32(size);
  return (doubling << STEPS_LOG2) + ((size >>> (doubling - STEPS_LOG2)) & (STEPS - 1));
}

/** The next size at which a list begins: any block of that list is then large enough. */
function roundUp(size: number): number {
  return Math.min(size + 2 ** (31 - Math.clz32(size) - STEPS_LOG2) - 1, 0xffffffff);
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
