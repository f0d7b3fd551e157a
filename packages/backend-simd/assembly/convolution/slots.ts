import { address, arg } from '../layout';
import { Word } from './words';

// A chunk that runs needs room of its own, and more chunks than there are threads never run at once. The tables begin with a word for each slot,
// 0 where it is free; a chunk that finds none waits for another to end.

export const SLOT_LIMIT: i32 = 16;

/** The bytes at the head of the tables. */
export const SLOT_WORDS: usize = <usize>SLOT_LIMIT << 2;

/** Frees all slots: the first thing a plan does. */
export function clearSlots(): void {
  for (let word: usize = 0; word < SLOT_WORDS; word += 4) store<i32>(address(Word.TABLES) + word, 0);
}

export function claimSlot(): i32 {
  let slot = 0;
  while (atomic.cmpxchg<i32>(address(Word.TABLES) + (<usize>slot << 2), 0, 1) != 0) slot = (slot + 1) % arg(Word.SLOT_COUNT);
  return slot;
}

export function releaseSlot(slot: i32): void {
  atomic.store<i32>(address(Word.TABLES) + (<usize>slot << 2), 0);
}

export function slotAddress(slot: i32): usize {
  return address(Word.SLOTS) + <usize>slot * <usize>arg(Word.SLOT_BYTES);
}
