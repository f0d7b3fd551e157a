import { address, arg } from '../layout';

/** Columns of the source that are read at once: one cache line. */
const STRIP: i32 = 16;

const AXES: i32 = 9;

/**
 * Transposes matrices of numbers of 4 bytes: column j of the source becomes row j of the output.
 * Arguments: source, out, strips in all, strips a chunk, columns, rows, bytes from row to row of the source, bytes from row to
 * row of the output, the number of axes over which the matrices are spread, and for each axis its extent and its strides in
 * bytes, in the source and in the output.
 */
export function moveTiles(chunk: i32): void {
  const columns = arg(4),
    strips = (columns + STRIP - 1) / STRIP;
  const end = min((chunk + 1) * arg(3), arg(2));
  for (let strip = chunk * arg(3); strip < end; strip++) {
    const matrix = strip / strips,
      column = (strip - matrix * strips) * STRIP;
    transposeStrip(matrix, column, min(STRIP, columns - column));
  }
}

function transposeStrip(matrix: i32, column: i32, width: i32): void {
  const sourceStep = address(6),
    outStep = address(7),
    rows = arg(5);
  let from = address(0) + (<usize>column << 2),
    to = address(1) + <usize>column * outStep;
  for (let axis = AXES + 3 * (arg(8) - 1); axis >= AXES; axis -= 3) {
    const extent = arg(axis),
      next = matrix / extent,
      place = <usize>(matrix - next * extent);
    from += place * address(axis + 1);
    to += place * address(axis + 2);
    matrix = next;
  }
  const whole = rows & ~3;
  for (let row = 0; row < whole; row += 4, from += sourceStep << 2, to += 16) transposeFour(from, to, width, sourceStep, outStep);
  for (let row = whole; row < rows; row++, from += sourceStep, to += 4) transposeRow(from, to, width, sourceStep, outStep);
}

@inline
function transposeFour(from: usize, to: usize, width: i32, sourceStep: usize, outStep: usize): void {
  let column = 0;
  for (; column + 4 <= width; column += 4, from += 16, to += outStep << 2) transposeTile(from, to, sourceStep, outStep);
  for (; column < width; column++, from += 4, to += outStep) {
    store<u32>(to, load<u32>(from));
    store<u32>(to + 4, load<u32>(from + sourceStep));
    store<u32>(to + 8, load<u32>(from + sourceStep * 2));
    store<u32>(to + 12, load<u32>(from + sourceStep * 3));
  }
}

@inline
function transposeRow(from: usize, to: usize, width: i32, sourceStep: usize, outStep: usize): void {
  for (let column = 0; column < width; column++, from += 4, to += outStep) store<u32>(to, load<u32>(from));
}

@inline
function transposeTile(from: usize, to: usize, sourceStep: usize, outStep: usize): void {
  const a = v128.load(from),
    b = v128.load(from + sourceStep),
    c = v128.load(from + sourceStep * 2),
    d = v128.load(from + sourceStep * 3);
  const ab = v128.shuffle<u32>(a, b, 0, 4, 1, 5), // a0 b0 a1 b1
    cd = v128.shuffle<u32>(c, d, 0, 4, 1, 5),
    abHigh = v128.shuffle<u32>(a, b, 2, 6, 3, 7),
    cdHigh = v128.shuffle<u32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<u64>(ab, cd, 0, 2)); // a0 b0 c0 d0
  v128.store(to + outStep, v128.shuffle<u64>(ab, cd, 1, 3));
  v128.store(to + outStep * 2, v128.shuffle<u64>(abHigh, cdHigh, 0, 2));
  v128.store(to + outStep * 3, v128.shuffle<u64>(abHigh, cdHigh, 1, 3));
}
