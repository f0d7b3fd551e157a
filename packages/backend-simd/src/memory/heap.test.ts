import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Heap } from './heap.ts';

const page = 65536;

function heapOf(pages: number) {
  let left = pages;
  return new Heap(page, 0, (bytes) => {
    const wanted = Math.ceil(bytes / page);
    if (wanted > left) return 0;
    left -= wanted;
    return wanted * page;
  });
}

test('blocks lie on cache lines, inside the memory, and never overlap, whatever is freed in between', () => {
  const sizes = fc.array(fc.tuple(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 0, max: 1000 })), { maxLength: 60 });
  fc.assert(
    fc.property(sizes, (steps) => {
      const heap = heapOf(100);
      const blocks: { address: number; size: number }[] = [];
      for (const [size, pick] of steps) {
        if (pick % 3 === 0 && blocks.length > 0) heap.free(blocks.splice(pick % blocks.length, 1)[0]!.address);
        const address = heap.allocate(size);
        if (address === undefined) continue;
        const padded = Math.max(Math.ceil(size / 64), 1) * 64;
        expect(address % 64).toBe(0);
        expect(address).toBeGreaterThanOrEqual(page);
        expect(address + padded).toBeLessThanOrEqual(101 * page);
        for (const other of blocks) expect(address + padded <= other.address || other.address + other.size <= address).toBe(true);
        blocks.push({ address, size: padded });
      }
      expect(heap.bytesInUse).toBe(blocks.reduce((sum, { size }) => sum + size, 0));
      for (const { address } of blocks) heap.free(address);
      expect(heap.bytesInUse).toBe(0);
    }),
  );
});

test('what was freed in pieces is one block again, in any order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), (order) => {
      const heap = heapOf(8);
      const pieces = Array.from({ length: 8 }, () => heap.allocate(page)!);
      expect(heap.allocate(64)).toBeUndefined();
      for (const index of order) heap.free(pieces[index]!);
      expect(heap.allocate(8 * page)).toBe(page);
    }),
  );
});

test('rounds of changing sizes stay within the memory of their largest', () => {
  let grown = 0;
  const heap = new Heap(page, 0, (bytes) => {
    const gained = Math.ceil(bytes / page) * page;
    grown += gained;
    return gained;
  });
  const round = (scale: number) => {
    const blocks = [784, 400, 400, 20, 20, 784].map((width) => heap.allocate(width * scale * 4)!);
    for (const block of [...blocks].reverse()) heap.free(block);
  };
  round(128);
  const after = grown;
  for (let step = 0; step < 2000; step++) round(1 + ((step * 37) % 128));
  expect(grown).toBe(after);
});

test('a block of the same size comes back first', () => {
  const heap = heapOf(10);
  const [first] = [heap.allocate(1000)!, heap.allocate(1000)];
  heap.free(first);
  expect(heap.allocate(1000)).toBe(first);
});

test('allocateWithin takes what is there and never grows', () => {
  const heap = heapOf(1);
  expect(heap.allocateWithin(64)).toBeUndefined();
  const block = heap.allocate(64)!;
  expect(heap.allocateWithin(64)).toBe(block + 64);
});

test('says that it is full, and refuses an address that it did not give', () => {
  const heap = heapOf(1);
  expect(heap.allocate(2 * page)).toBeUndefined();
  expect(() => heap.free(4096)).toThrow('no block in use at 4096');
});
