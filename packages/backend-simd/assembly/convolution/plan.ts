import { address, arg } from '../layout';
import { bandPitch } from './band';
import { PANEL } from './tile';
import { Kind, Word } from './words';

// The plan of a correlation: for each phase, which taps of the filter it has and where in a band their pixels lie. Taps whose weights are
// all zero, as a causal mask makes them, are left out. A phase's table:
//
//   words 0..3   the number of taps, the depth (taps * DEPTH), the addresses of the packed filter and of the list
//   words 4..    the taps; then the list: the offsets from a window's first value to the values that it is made of, listStep() bytes each

const HEAD: usize = 16;

@inline
export function tapCount(phase: usize): i32 { return load<i32>(phase); }

@inline
export function tapAt(phase: usize, index: i32): i32 { return load<i32>(phase + (<usize>index << 2), HEAD); }

@inline
export function phaseDepth(phase: usize): i32 { return load<i32>(phase, 4); }

@inline
export function packedFilter(phase: usize): usize { return load<usize>(phase, 8); }

/** Where the list goes on after so many values. */
export function offsetList(phase: usize, depth: i32): usize {
  return load<usize>(phase, 12) + (<usize>(depth << 2) / listStep() << 2);
}

export function phaseCount(): i32 { return arg(Word.SPREAD_ROWS) * arg(Word.SPREAD_COLUMNS); }

export function phaseAt(index: i32): usize {
  return address(Word.TABLES) + <usize>index * <usize>arg(Word.PHASE_BYTES);
}

/** Bytes of source values that an entry of the list stands for. */
export function listStep(): usize {
  if (arg(Word.KIND) == Kind.DEPTHWISE) return <usize>arg(Word.DEPTH) << 2;
  return arg(Word.KIND) == Kind.COLUMN ? 16 : 4;
}

/** Columns that a packed panel has: 1 where the list's entries stand for vectors. */
export function panelColumns(): i32 {
  return arg(Word.KIND) == Kind.PANELS ? PANEL : 1;
}

/** Panels in a packed filter. */
export function panelCount(): i32 {
  return arg(Word.KIND) == Kind.PANELS ? (arg(Word.CHANNELS) + PANEL - 1) / PANEL : 1;
}

/** Writes the tables of all phases. One chunk; arguments: words.ts. */
export function planCorrelation(_chunk: i32): void {
  const columns = arg(Word.SPREAD_COLUMNS), depth = arg(Word.DEPTH);
  let packed = address(Word.PACKED);
  for (let index = 0; index < phaseCount(); index++) {
    const phase = phaseAt(index), taps = findTaps(phase, index / columns, index % columns);
    store<i32>(phase, taps);
    store<i32>(phase, taps * depth, 4);
    store<usize>(phase, packed, 8);
    store<usize>(phase, phase + HEAD + (<usize>taps << 2), 12);
    listOffsets(phase, index / columns, index % columns);
    packed += <usize>(taps * depth) * (<usize>(panelCount() * panelColumns()) << 2);
  }
}

/** Notes the taps of a phase in the order of their pixels in memory. */
function findTaps(phase: usize, phaseRow: i32, phaseColumn: i32): i32 {
  const height = arg(Word.FILTER_ROWS), width = arg(Word.FILTER_COLUMNS), turned = arg(Word.TRANSPOSED);
  const weights = <usize>arg(Word.TAP_BYTES);
  let count = 0;
  for (let i = 0; i < height; i++) {
    const y = turned ? height - 1 - i : i;
    if (!inPhase(phaseRow, y, arg(Word.DILATION_ROWS), arg(Word.SPREAD_ROWS))) continue;
    for (let j = 0; j < width; j++) {
      const x = turned ? width - 1 - j : j, tap = y * width + x;
      if (!inPhase(phaseColumn, x, arg(Word.DILATION_COLUMNS), arg(Word.SPREAD_COLUMNS))) continue;
      if (isZero(address(Word.FILTER) + <usize>tap * weights, weights)) continue;
      store<i32>(phase + (<usize>count << 2), tap, HEAD);
      count++;
    }
  }
  return count;
}

/** Whether output pixels of a phase see a tap: it looks (phase - tap * dilation) / spread source pixels further on. */
function inPhase(phase: i32, tap: i32, dilation: i32, spread: i32): bool {
  return (phase - tap * dilation) % spread == 0;
}

function isZero(at: usize, bytes: usize): bool {
  const end = at + bytes, whole = at + (bytes & ~15);
  for (; at < whole; at += 16) if (v128.any_true(v128.shl<i32>(v128.load(at), 1))) return false; // without the sign
  for (; at < end; at += 4) if (load<i32>(at) << 1) return false;
  return true;
}

function listOffsets(phase: usize, phaseRow: i32, phaseColumn: i32): void {
  const pixel = <usize>arg(Word.DEPTH) << 2, step = listStep();
  let entry = offsetList(phase, 0);
  for (let index = 0; index < tapCount(phase); index++) {
    const offset = tapOffset(tapAt(phase, index), phaseRow, phaseColumn);
    for (let k: usize = 0; k < pixel; k += step, entry += 4) store<usize>(entry, offset + k);
  }
}

/** From a window's first pixel to the tap's, in bytes. */
export function tapOffset(tap: i32, phaseRow: i32, phaseColumn: i32): usize {
  let y = tap / arg(Word.FILTER_COLUMNS) * arg(Word.DILATION_ROWS), x = tap % arg(Word.FILTER_COLUMNS) * arg(Word.DILATION_COLUMNS);
  if (arg(Word.TRANSPOSED)) {
    y = (phaseRow - y) / arg(Word.SPREAD_ROWS) - arg(Word.LOW_ROW);
    x = (phaseColumn - x) / arg(Word.SPREAD_COLUMNS) - arg(Word.LOW_COLUMN);
  }
  return <usize>y * bandPitch() + (<usize>(x * arg(Word.DEPTH)) << 2);
}
