// Runs are bytes one after the other. They are written to the byte, never beyond: the neighbour may belong to another thread.

/** From this many bytes on, the machine's own routine is faster than a loop. */
const LONG: usize = 1024;

/** Copies a run of any length. */
@inline
export function copyRun(to: usize, from: usize, bytes: usize): void {
  if (bytes >= LONG) memory.copy(to, from, bytes);
  else if (bytes >= 16) copyVectors(to, from, bytes);
  else copyShort(to, from, bytes);
}

/** Repeats a pattern of four bytes; where `bytes` is no multiple of four, all four must be equal. */
export function fillRun(to: usize, bytes: usize, pattern: i32): void {
  const vector = i32x4.splat(pattern),
    end = to + bytes;
  for (; to + 16 <= end; to += 16) v128.store(to, vector);
  for (; to + 4 <= end; to += 4) store<i32>(to, pattern);
  for (; to < end; to++) store<u8>(to, <u8>pattern);
}

// The last vector overlaps the one before.
@inline
function copyVectors(to: usize, from: usize, bytes: usize): void {
  const last = bytes - 16;
  for (let i: usize = 0; i < last; i += 16) v128.store(to + i, v128.load(from + i));
  v128.store(to + last, v128.load(from + last));
}

@inline
function copyShort(to: usize, from: usize, bytes: usize): void {
  if (bytes >= 8) copyEnds<u64>(to, from, bytes);
  else if (bytes >= 4) copyEnds<u32>(to, from, bytes);
  else for (let i: usize = 0; i < bytes; i++) store<u8>(to + i, load<u8>(from + i));
}

/** One word at each end; they overlap where the run is shorter than two. */
@inline
function copyEnds<Word>(to: usize, from: usize, bytes: usize): void {
  const last = bytes - sizeof<Word>();
  const tail = load<Word>(from + last);
  store<Word>(to, load<Word>(from));
  store<Word>(to + last, tail);
}
