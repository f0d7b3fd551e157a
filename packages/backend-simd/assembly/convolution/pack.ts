import { address, arg } from '../layout';
import { transposeFour } from '../product/transpose-four';
import { packedFilter, panelColumns, panelCount, phaseAt, phaseCount, phaseDepth, tapAt, tapCount } from './plan';
import { PANEL, PANEL_BYTES } from './tile';
import { Kind, Word } from './words';

/** Packs the filter of each phase into panels [depth, 8], filled up with zeros, in the order of the plan. Arguments: words.ts. */
export function packFilter(chunk: i32): void {
  const begin = chunk * arg(Word.PANELS_AT_ONCE), end = min(begin + arg(Word.PANELS_AT_ONCE), panelCount());
  for (let panel = begin; panel < end; panel++) packPanel(panel);
}

function packPanel(panel: i32): void {
  for (let index = 0; index < phaseCount(); index++) {
    const phase = phaseAt(index), rowBytes = <usize>panelColumns() << 2, tapBytes = <usize>arg(Word.DEPTH) * rowBytes;
    let target = packedFilter(phase) + <usize>panel * <usize>phaseDepth(phase) * rowBytes;
    for (let tap = 0; tap < tapCount(phase); tap++) {
      packTap(tapAt(phase, tap), panel, target);
      target += tapBytes;
    }
  }
}

// A tap's weights are [DEPTH, CHANNELS], or [CHANNELS, DEPTH] in the gradient, which turns the filter around.
function packTap(tap: i32, panel: i32, target: usize): void {
  const depth = arg(Word.DEPTH), channels = arg(Word.CHANNELS), columns = min(channels - panel * PANEL, PANEL);
  const source = address(Word.FILTER) + ((<usize>tap * <usize>depth * <usize>channels) << 2);
  if (arg(Word.KIND) == Kind.COLUMN) memory.copy(target, source, <usize>depth << 2);
  else if (arg(Word.KIND) == Kind.DEPTHWISE) packChannels(<usize>tap, target);
  else if (arg(Word.TRANSPOSED)) packRows(source + ((<usize>(panel * PANEL) * <usize>depth) << 2), depth, columns, target);
  else copyColumns(source + <usize>panel * PANEL_BYTES, <usize>channels << 2, depth, columns, target);
}

/** The weights of a depthwise tap, with zeros up to the channels of a band. */
function packChannels(tap: usize, target: usize): void {
  const bytes = <usize>arg(Word.TAP_BYTES), width = <usize>arg(Word.DEPTH) << 2;
  memory.copy(target, address(Word.FILTER) + tap * bytes, bytes);
  memory.fill(target + bytes, 0, width - bytes);
}

/** `depth` rows of `columns` values, `rowBytes` apart, to rows of 8. */
export function copyColumns(source: usize, rowBytes: usize, depth: i32, columns: i32, target: usize): void {
  for (const end = target + <usize>depth * PANEL_BYTES; target < end; target += PANEL_BYTES, source += rowBytes) {
    if (columns == PANEL) {
      v128.store(target, v128.load(source));
      v128.store(target, v128.load(source, 16), 16);
    } else copyNarrow(source, columns, target);
  }
}

function copyNarrow(source: usize, columns: i32, target: usize): void {
  for (let column = 0; column < PANEL; column++) {
    store<f32>(target + (<usize>column << 2), column < columns ? load<f32>(source + (<usize>column << 2)) : 0);
  }
}

/** `columns` rows of `depth` values become columns. */
function packRows(source: usize, depth: i32, columns: i32, target: usize): void {
  const rowBytes = <usize>depth << 2;
  for (let column = 0; column < PANEL; column += 4) {
    const at = source + <usize>column * rowBytes, to = target + (<usize>column << 2);
    if (columns >= column + 4) transposeFour(at, rowBytes, depth, to);
    else for (let i = 0; i < 4; i++) packRow(at + <usize>i * rowBytes, column + i < columns, rowBytes, to + (<usize>i << 2));
  }
}

function packRow(source: usize, there: bool, rowBytes: usize, target: usize): void {
  for (const end = source + rowBytes; source < end; source += 4, target += PANEL_BYTES) store<f32>(target, there ? load<f32>(source) : 0);
}
