import { address, arg } from '../layout';
import { ADD, finishColumn, finishVectors } from './finish';
import { offsetList, packedFilter, panelColumns, panelCount, phaseDepth } from './plan';
import { multiplyTile, PANEL, PANEL_BYTES, TILE_ROWS } from './tile';
import { advance, sumVectors } from './vectors';
import { Kind, Word } from './words';

/** Pixels whose windows stay in the cache while all panels pass; a multiple of 5 and of 6. */
export const GROUP: i32 = 60;

// The head of a thread's room: a table of the windows' addresses, one of the output pixels' addresses, and the sums of a tile.
export const OUTS: usize = 256;
const SUMS: usize = 512;
export const HEAD: usize = 768;

/** The most products that are added one after the other: a panel of so many rows (12 KiB) shares the first-level cache with the windows. */
const LONGEST_BLOCK: i32 = 384;

/** Bytes of a filter that stays in the first-level cache whole: then each tile meets all panels at once, and the images come in evenly. */
const SMALL_FILTER: i32 = 16384;

/** The first `count` pixels on the table with the whole filter of a phase. */
export function multiplyGroup(phase: usize, table: usize, count: i32): void {
  for (let i = count; i % TILE_ROWS != 0; i++) repeatEntry(table + (<usize>i << 2));
  if (arg(Word.KIND) == Kind.DEPTHWISE) multiplyChannels(phase, table, count);
  else multiplyBlocks(phase, table, count);
}

/** A tile reads whole rows of the table. */
function repeatEntry(entry: usize): void {
  store<usize>(entry, load<usize>(entry - 4));
  store<usize>(entry, load<usize>(entry - 4 + OUTS), OUTS);
}

/** One block of depth after the other. */
function multiplyBlocks(phase: usize, table: usize, count: i32): void {
  const depth = phaseDepth(phase), blocks = max((depth + LONGEST_BLOCK - 1) / LONGEST_BLOCK, 1);
  const length = ((depth + blocks - 1) / blocks + 3) & ~3;
  for (let block = 0; block < blocks; block++) {
    const begin = min(block * length, depth), finishing = block == blocks - 1 ? arg(Word.FINISHING) : 0;
    multiplyBlock(phase, table, count, begin, min(begin + length, depth), (block > 0 ? ADD : 0) | finishing);
  }
}

function multiplyBlock(phase: usize, table: usize, count: i32, begin: i32, end: i32, how: i32): void {
  const isSmall = (end - begin) * panelCount() * <i32>PANEL_BYTES <= SMALL_FILTER, step = isSmall ? TILE_ROWS : count;
  for (let i = 0; i < count; i += step) multiplyPixels(phase, table + (<usize>i << 2), min(step, count - i), begin, end, how, table + SUMS);
}

/** The first `count` pixels on the table with products [begin, end) of all panels. */
function multiplyPixels(phase: usize, table: usize, count: i32, begin: i32, end: i32, how: i32, sums: usize): void {
  const list = offsetList(phase, begin), listEnd = offsetList(phase, end);
  const rowBytes = <usize>panelColumns() << 2, panelBytes = <usize>phaseDepth(phase) * rowBytes, tableEnd = table + (<usize>count << 2);
  let b = packedFilter(phase) + <usize>begin * rowBytes, c: usize = 0, bias = address(Word.BIAS);
  for (let columns = arg(Word.CHANNELS); columns > 0; columns -= PANEL) {
    for (let at = table, left = count; at < tableEnd; at += <usize>TILE_ROWS << 2, left -= TILE_ROWS) {
      const tileRows = min(left, TILE_ROWS);
      if (arg(Word.KIND) == Kind.PANELS) {
        multiplyTile(at, at + OUTS, tileRows, list, listEnd, b, PANEL_BYTES, c, columns, how, bias, sums);
      } else {
        sumVectors(at, list, listEnd, b, 16, sums);
        finishColumn(sums, tileRows, at + OUTS, how, bias);
      }
    }
    b += panelBytes; c += PANEL_BYTES;
    if (bias) bias += PANEL_BYTES;
  }
}

/** Every channel with its own filter, four at a time. */
function multiplyChannels(phase: usize, table: usize, count: i32): void {
  const list = offsetList(phase, 0), listEnd = offsetList(phase, phaseDepth(phase)), step = <usize>arg(Word.DEPTH) << 2;
  const channels = <usize>arg(Word.CHANNELS) << 2, sums = table + SUMS, bias = address(Word.BIAS);
  for (let i = 0; i < count; i += TILE_ROWS, table += <usize>TILE_ROWS << 2) {
    for (let at: usize = 0; at < channels; at += 16) {
      const columns = <i32>min(channels - at, 16) >> 2;
      sumVectors(table, list, listEnd, packedFilter(phase) + at, step, sums);
      finishVectors(sums, min(count - i, TILE_ROWS), table + OUTS, at, columns, arg(Word.FINISHING), bias ? bias + at : 0);
      advance(table, table + (<usize>TILE_ROWS << 2));
    }
  }
}
