import { address, arg } from '../layout';
import { image, imagePitch, images, openBand, origin, pitch, row, rows } from './band';
import { ADD, finishOne, finishVectors } from './finish';
import { offsetList, packedFilter, panelColumns, panelCount, phaseAt, phaseCount, phaseDepth } from './plan';
import { claimSlot, releaseSlot, slotAddress } from './slots';
import { multiplyTile, PANEL, PANEL_BYTES, TILE_ROWS } from './tile';
import { advance, sumVectors } from './vectors';
import { Kind, Word } from './words';

/** Pixels whose windows stay in the cache while all panels pass; a multiple of 5 and of 6. */
const GROUP: i32 = 60;

// The head of a slot: a table of the windows' addresses, one of the output pixels' addresses, and the sums of a tile.
const OUTS: usize = 256;
const SUMS: usize = 512;
const HEAD: usize = 768;

/** The most products that are added one after the other: a panel of so many rows (12 KiB) shares the first-level cache with the windows. */
const LONGEST_BLOCK: i32 = 384;

/** Bytes of a filter that stays in the first-level cache whole: then each tile meets all panels at once, and the images come in evenly. */
const SMALL_FILTER: i32 = 16384;

/** A convolution or its input gradient, with bias and clamp. A chunk is a band; arguments: words.ts. Runs after `planCorrelation` and `packFilter`. */
export function correlate(chunk: i32): void {
  const slot = claimSlot();
  openBand(chunk, slotAddress(slot) + HEAD);
  for (let index = 0; index < phaseCount(); index++) correlatePhase(index, slotAddress(slot));
  releaseSlot(slot);
}

/** All output pixels of one phase in the band, in groups. */
function correlatePhase(index: i32, table: usize): void {
  const phase = phaseAt(index), spread = arg(Word.SPREAD_ROWS), height = arg(Word.OUT_ROWS);
  const shift = index / arg(Word.SPREAD_COLUMNS) - arg(Word.SHIFT_ROWS);
  let count = 0;
  for (let i = 0; i < images; i++) {
    for (let y = 0; y < rows; y++) {
      const outRow = (row + y) * spread + shift;
      if (outRow < 0 || outRow >= height) continue;
      const window = origin + <usize>i * imagePitch + <usize>(y * arg(Word.STEP_ROWS)) * pitch;
      count = listRow(phase, index % arg(Word.SPREAD_COLUMNS), table, count, window, (image + i) * height + outRow);
    }
  }
  if (count > 0) multiplyGroup(phase, table, count);
}

/** Puts the pixels of an output row on the table, and multiplies whenever it is full; returns how many are left on it. */
function listRow(phase: usize, phaseColumn: i32, table: usize, count: i32, window: usize, outRow: i32): i32 {
  const spread = arg(Word.SPREAD_COLUMNS), width = arg(Word.OUT_COLUMNS), channels = <usize>arg(Word.CHANNELS) << 2;
  const step = <usize>(arg(Word.STEP_COLUMNS) * arg(Word.DEPTH)) << 2, outStep = <usize>spread * channels;
  let column = arg(Word.FIRST_COLUMN) * spread + phaseColumn - arg(Word.SHIFT_COLUMNS);
  if (column < 0) { column += spread; window += step; }
  let out = address(Word.OUT) + (<usize>outRow * <usize>width + <usize>column) * channels;
  for (; column < width; column += spread) {
    const entry = table + (<usize>count << 2);
    store<u32>(entry, <u32>window);
    store<u32>(entry, <u32>out, OUTS);
    if (++count == GROUP) { multiplyGroup(phase, table, count); count = 0; }
    window += step; out += outStep;
  }
  return count;
}

/** The pixels on the table with the whole filter, one block of depth after the other. */
function multiplyGroup(phase: usize, table: usize, count: i32): void {
  for (let i = count; i % TILE_ROWS != 0; i++) repeatEntry(table + (<usize>i << 2));
  if (arg(Word.KIND) == Kind.DEPTHWISE) multiplyChannels(phase, table, count);
  else multiplyBlocks(phase, table, count);
}

function multiplyBlocks(phase: usize, table: usize, count: i32): void {
  const depth = phaseDepth(phase), blocks = max((depth + LONGEST_BLOCK - 1) / LONGEST_BLOCK, 1), length = ((depth + blocks - 1) / blocks + 3) & ~3;
  for (let block = 0; block < blocks; block++) {
    const begin = min(block * length, depth), last = block == blocks - 1;
    multiplyBlock(phase, table, count, begin, min(begin + length, depth), (block > 0 ? ADD : 0) | (last ? arg(Word.FINISHING) : 0));
  }
}

/** A tile reads whole rows of the table. */
function repeatEntry(entry: usize): void {
  store<u32>(entry, load<u32>(entry - 4));
  store<u32>(entry, load<u32>(entry - 4 + OUTS), OUTS);
}

function multiplyBlock(phase: usize, table: usize, count: i32, begin: i32, end: i32, how: i32): void {
  const panels = panelCount(), isSmall = (end - begin) * panels * <i32>PANEL_BYTES <= SMALL_FILTER, step = isSmall ? TILE_ROWS : count;
  const list = offsetList(phase, begin), listEnd = offsetList(phase, end);
  for (let i = 0; i < count; i += step) multiplyPixels(phase, table, i, min(i + step, count), begin, list, listEnd, how);
}

/** Pixels [from, to) of the table with one block of all panels. */
function multiplyPixels(phase: usize, table: usize, from: i32, to: i32, begin: i32, list: usize, listEnd: usize, how: i32): void {
  const isColumn = arg(Word.KIND) == Kind.COLUMN, rowBytes = <usize>panelColumns() << 2, panelBytes = <usize>phaseDepth(phase) * rowBytes, sums = table + SUMS;
  let b = packedFilter(phase) + <usize>begin * rowBytes, c: usize = 0, bias = address(Word.BIAS);
  for (let columns = arg(Word.CHANNELS); columns > 0; columns -= PANEL) {
    for (let i = from; i < to; i += TILE_ROWS) {
      const lefts = table + (<usize>i << 2), outs = lefts + OUTS, rows = min(to - i, TILE_ROWS);
      if (isColumn) multiplyColumn(lefts, outs, rows, list, listEnd, b, how, bias, sums);
      else multiplyTile(lefts, outs, rows, list, listEnd, b, PANEL_BYTES, c, columns, how, bias, sums);
    }
    b += panelBytes; c += PANEL_BYTES;
    if (bias) bias += PANEL_BYTES;
  }
}

/** A filter with one column. */
function multiplyColumn(lefts: usize, outs: usize, rows: i32, list: usize, listEnd: usize, b: usize, how: i32, bias: usize, sums: usize): void {
  sumVectors(lefts, list, listEnd, b, 16, sums);
  for (let i = 0; i < rows; i++) {
    const value = v128.load(sums), pairs = f32x4.add(value, v128.shuffle<f32>(value, value, 2, 3, 0, 1));
    finishOne(f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1), load<u32>(outs), how, bias);
    sums += 16; outs += 4;
  }
}

/** Every channel with its own filter, four at a time. */
function multiplyChannels(phase: usize, table: usize, count: i32): void {
  const list = offsetList(phase, 0), listEnd = offsetList(phase, phaseDepth(phase)), sums = table + SUMS, channels = <usize>arg(Word.CHANNELS) << 2;
  for (let i = 0; i < count; i += TILE_ROWS) {
    const lefts = table + (<usize>i << 2), rows = min(count - i, TILE_ROWS);
    for (let at: usize = 0; at < channels; at += 16) {
      const bias = address(Word.BIAS);
      sumVectors(lefts, list, listEnd, packedFilter(phase) + at, <usize>arg(Word.DEPTH) << 2, sums);
      finishVectors(sums, rows, lefts + OUTS, at, <i32>min(channels - at, 16) >> 2, arg(Word.FINISHING), bias ? bias + at : 0);
      advance(lefts, lefts + (<usize>TILE_ROWS << 2));
    }
  }
}
